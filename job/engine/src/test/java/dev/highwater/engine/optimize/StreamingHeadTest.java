package dev.highwater.engine.optimize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.compile.SearchCompiler;
import dev.highwater.engine.content.ContentPack;
import dev.highwater.engine.detect.Knowledge;
import dev.highwater.engine.plan.ScanPlan;
import dev.highwater.engine.plan.StoredForm;
import dev.highwater.engine.spl.SplSources;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How far events go before they are kept for the runs. */
class StreamingHeadTest {

  private final SearchCompiler compiler =
      new SearchCompiler(Knowledge.builtIn(ContentPack.builtIn(), ZoneOffset.UTC));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "stats count by a                                  | 0 | groups",
        "eval a=b ! where a=1 ! stats count by a           | 2 | groups",
        "rex ~\"(?<a>x)\"~ ! stats count(eval(a=1)) as n   | 1 | groups",
        "fields a ! mvexpand a ! stats count by a          | 2 | groups",
        "bin _time span=5m ! stats count by _time          | 1 | groups",
        "eval a=now()+b ! where a=1 ! stats count by a     | 0 | b",
        "where b=1 ! eval a=now()-a ! stats count by a     | 1 | a",
        "stats count(eval(_time < now())) as n             | 0 | _time",
        "where b=1 ! eval c=b ! table a c                  | 1 | a b",
        "where b=1 ! eval c=b ! search c=1 ! dedup a ! table a c | 3 | a c",
        "table a b ! where a=b ! dedup a                   | 0 | a b",
        "eval _time=1 ! where a=1 ! dedup a ! table a      | 0 | a",
        "mvexpand a ! where a=1 ! dedup a ! table a        | 0 | a",
        "where a=1 ! head 3 ! stats count by a             | 1 | a",
        "search a=1 earliest=-5m ! stats count by a        | 0 | _time a",
        "search [ search index=other ! fields a ] ! stats count by a | 0 | a"
      })
  void endsWhereTheRunOrOtherRowsMatter(String stages, int head, String kept) {
    ScanPlan scan = scan("index=main | " + stages.replace('!', '|'));
    assertThat(scan.head()).hasSize(head);
    assertThat(kept(scan.form())).isEqualTo(kept);
  }

  private ScanPlan scan(String search) {
    return compiler
        .compile(SplSources.of("<test>", search))
        .search()
        .orElseThrow()
        .plan()
        .scans()
        .get(0);
  }

  private static String kept(StoredForm form) {
    if (!(form instanceof StoredForm.Rows rows)) {
      return "groups";
    }
    return rows.fields().isAll() ? "all" : String.join(" ", rows.fields().names());
  }
}
