package dev.highwater.engine.optimize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.compile.SearchCompiler;
import dev.highwater.engine.content.ContentPack;
import dev.highwater.engine.detect.Knowledge;
import dev.highwater.engine.plan.ScanPlan;
import dev.highwater.engine.plan.SearchPlan;
import dev.highwater.engine.spl.SplSources;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the rows of a search are spread by. */
class PartitionKeysTest {

  private final SearchCompiler compiler =
      new SearchCompiler(Knowledge.builtIn(ContentPack.builtIn(), ZoneOffset.UTC));

  private SearchPlan plan(String search) {
    return compiler.compile(SplSources.of("<test>", search)).search().orElseThrow().plan();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "eval n=count*2 ! where n>1                     | a b",
        "rename a as x ! search x=1                     | a b",
        "stats sum(count) by a b                        | a b",
        "stats sum(count) as n by b                     | b",
        "rename a as x ! eventstats sum(count) as n by x ! where n>1 | a",
        "eventstats max(count) as n by a ! eventstats max(count) as m by b | ~~",
        "dedup b                                        | b",
        "dedup b consecutive=true                       | ~~",
        "streamstats sum(count) as n by a               | a",
        "streamstats window=2 sum(count) as n by a      | ~~",
        "streamstats window=2 global=f sum(count) as n by a | a",
        "sort a                                         | ~~",
        "head 3                                         | ~~",
        "stats sum(count)                               | ~~",
        "eval a=1 ! stats sum(count) by a b             | b",
        "search [search index=other ! fields a]         | ~~",
        "append [search index=other ! stats count by a b] | ~~",
        "join a [search index=other ! stats count as n by c a] | a",
        "join a b [search index=other ! stats count as n by c b a] | a b",
        "join a b [search index=other ! stats count as n by c b ! eval a=1] | b",
        "join a [search index=other ! stats count as n by c ! rename c as a] | a",
        "join a [search index=other ! stats count as n by c a ! sort a] | ~~",
        "join a [search index=other ! table a]          | ~~",
        "join type=left a b [search index=other ! stats count by a b] ! stats count by b | b"
      })
  void keepsWhatAllStagesKeepApart(String stages, String partition) {
    SearchPlan plan = plan("index=main | stats count by a b | " + stages.replace('!', '|'));
    assertThat(String.join(" ", plan.partition())).isEqualTo(partition);
  }

  @Test
  void putsTheKeysOfBothSidesOfAJoinInOneOrder() {
    SearchPlan plan =
        plan("index=x | stats count by a b | join a b [search index=y | stats count by c b a]");
    assertThat(plan.scans())
        .extracting(ScanPlan::partitionKey)
        .containsExactly(List.of(0, 1), List.of(2, 1));
  }
}
