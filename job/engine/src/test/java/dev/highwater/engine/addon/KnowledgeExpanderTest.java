package dev.highwater.engine.addon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.compile.SearchExpressionCompiler;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.SearchExpression;
import dev.highwater.engine.spl.SearchExpressionParser;
import dev.highwater.engine.spl.SplSources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules S-045, S-662. */
class KnowledgeExpanderTest {

  private static final AddOnLibrary LIBRARY =
      AddOns.library(
          "[st]\nEXTRACT-id = id=(?<id>\\S+)\n",
          "",
          """
          [files]
          search = id=11 OR id=23
          [special files]
          search = eventtype=files id=23
          """,
          """
          [eventtype=files]
          filesystem = enabled
          endpoint = disabled
          [id=a%2Fb+c]
          odd = enabled
          [eventtype=nowhere]
          filesystem = enabled
          [id=99]
          filesystem = enabled
          """);

  @ParameterizedTest
  @CsvSource({
    "eventtype=files, id=11, true",
    "eventtype=files, id=1, false",
    "eventtype=\"special files\", id=23, true",
    "eventtype=\"special files\", id=11, false",
    "eventtype=other, id=11, false",
    "tag=filesystem, id=11, true",
    "tag=filesystem, id=99, true",
    "tag=filesystem, id=1, false",
    "tag=endpoint, id=11, false",
    "tag=odd, id=a/b+c, true",
    "tag=filesystem NOT eventtype=files, id=99, true",
    "eventtype=SPECIAL*, id=23, true",
    "eventtype=*, id=11, true",
    "tag=file*, id=11, true",
    "tag::id=odd, id=a/b+c, true",
    "tag::id=odd, id=11, false",
    "tag::eventtype=filesystem, id=99, false",
    "tag::eventtype=filesystem, id=11, true",
    "(tag=odd OR tag=filesystem) id=11, id=11, true"
  })
  void decidesAsTheSearchesBehindTheNames(String search, String event, boolean isMatched) {
    SearchExpression expanded = new KnowledgeExpander(LIBRARY).expand(parse(search));
    assertThat(SearchExpressionCompiler.compile(expanded).matches(AddOns.at(LIBRARY, event)))
        .isEqualTo(isMatched);
  }

  /** S-1300. */
  @Test
  void leavesOutEventTypesThatReferToEachOther() {
    AddOnLibrary circle =
        AddOns.library("", "", "[a]\nsearch = eventtype=b\n[b]\nsearch = eventtype=a\n", "");
    assertThat(circle.problems())
        .extracting(Diagnostic::render)
        .singleElement()
        .asString()
        .startsWith("eventtypes.conf:2:10: event type 'b' refers to itself");
    assertThat(circle.eventTypes().keySet()).containsExactly("b");
  }

  private static SearchExpression parse(String text) {
    return SearchExpressionParser.parse(SplSources.of("test", text), 0, text.length());
  }
}
