package dev.highwater.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highwater.engine.compile.SearchCompiler;
import dev.highwater.engine.content.ContentPack;
import dev.highwater.engine.detect.Knowledge;
import dev.highwater.engine.plan.LogicalPlan;
import dev.highwater.engine.plan.RunLimitException;
import dev.highwater.engine.spl.SplSources;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule S-1142. */
class RunLimitsTest {

  private final SearchCompiler compiler =
      new SearchCompiler(Knowledge.builtIn(ContentPack.builtIn(), ZoneOffset.UTC));

  private int rows(String search, RunLimits limits) {
    LogicalPlan plan =
        compiler.compile(SplSources.of("<test>", search)).search().orElseThrow().plan().main();
    return new SearchRun(
            0,
            0,
            1,
            ZoneOffset.UTC,
            (scan, run) -> new SearchRun.Stored(List.of(), 1),
            n -> null,
            limits)
        .rowsOf(plan)
        .size();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "| makeresults count=101 | sort _time",
        "| makeresults count=101 | eventstats count",
        "| makeresults count=101 | streamstats count as n | stats count by n",
        "| makeresults count=101 | streamstats count as n | bin n bins=3",
        "| makeresults count=60 | append [| makeresults count=50]",
        "| makeresults | eval n=mvrange(0, 101) | mvexpand n",
        "| makeresults | join type=outer x [| makeresults count=101]"
      })
  void failsARunThatHoldsTooManyRows(String search) {
    assertThatThrownBy(() -> rows(search, new RunLimits(100, 1L << 30)))
        .isInstanceOf(RunLimitException.class)
        .hasMessage("the run outgrew its limit of 100 rows");
  }

  @Test
  void failsARunThatHoldsTooMuch() {
    assertThatThrownBy(
            () ->
                rows(
                    "| makeresults count=20 | eval text=printf(\"%01000d\", 1) | sort text",
                    new RunLimits(100, 10_000)))
        .isInstanceOf(RunLimitException.class)
        .hasMessageStartingWith("the run outgrew its limit of 10,000 bytes: ");
  }

  @Test
  void letsRowsGoThatHaveGoneOn() {
    String sorts = "| makeresults count=40 | sort _time | sort _time | sort _time | stats count";
    assertThat(rows(sorts, new RunLimits(100, 1L << 30))).isEqualTo(1);
  }
}
