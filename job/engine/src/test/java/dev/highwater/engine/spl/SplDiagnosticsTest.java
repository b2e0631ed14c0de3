package dev.highwater.engine.spl;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said about text that is not SPL, and the place it points at. */
class SplDiagnosticsTest {

  private static void read(String text) {
    for (CommandCall call : SplParser.parse(SplSources.of("s", text)).calls()) {
      ArgumentReader arguments = new ArgumentReader(call);
      switch (call.name()) {
        case "search" -> arguments.searchExpression();
        case "where" -> arguments.expression();
        case "head" -> arguments.positiveInteger("limit");
        case "fillnull" -> arguments.tryOption("value");
        default -> arguments.fieldList();
      }
      arguments.expectEnd();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "~>",
      quoteCharacter = '\u0001',
      textBlock =
          """
          a="b                  ~>  3 ~> this quote is never closed
          a [search b           ~>  3 ~> this bracket is never closed
          a ] b                 ~>  3 ~> there is no open bracket for this one to close
          a | | b               ~>  5 ~> there is no command before this pipe
          a |                   ~>  3 ~> there is no command behind this pipe
          |                     ~>  1 ~> there is no command behind this pipe
          | (a=1)               ~>  3 ~> expected a command name, not '('. Write '| search ...' to filter with a search expression
          a [ ] b               ~>  3 ~> there is no search in these brackets
          | search OR a=1       ~> 10 ~> there is no condition before OR
          a AND OR b            ~>  7 ~> there is no condition before OR
          a OR                  ~>  3 ~> there is no condition behind OR
          (a AND) b             ~>  4 ~> there is no condition behind AND
          a NOT                 ~>  3 ~> there is no condition behind NOT
          (a (b)                ~>  1 ~> this parenthesis is never closed
          a) b                  ~>  2 ~> unexpected ')' in 'search'
          =5                    ~>  1 ~> expected a term or a field, not '='
          a=                    ~>  3 ~> expected a value for 'a=', but there is nothing
          (a=)                  ~>  4 ~> expected a value for 'a=', not ')'
          a=OR                  ~>  3 ~> expected a value for 'a=', not the operator OR. Write "OR" in quotes if the word is meant   [S-007]
          a IN (b, c            ~>  6 ~> this parenthesis is never closed
          a IN ()               ~>  6 ~> the list behind 'a IN' is empty
          TERM(a                ~>  5 ~> this parenthesis is never closed
          | where x=            ~> 11 ~> expected a value or a field, but there is nothing
          | where AND x         ~>  9 ~> there is no condition before AND
          | where (x=1          ~>  9 ~> this parenthesis is never closed
          | where f(x           ~> 10 ~> this parenthesis is never closed
          | where f(x y)        ~> 13 ~> expected an operator or ')', not 'y'
          | where x=1 y         ~> 13 ~> unexpected 'y' in 'where'
          | where 4xx>1         ~>  9 ~> a name cannot begin with a digit. Put single quotes around it   [S-109]
          | where x='a          ~> 11 ~> this quote is never closed
          | where x IN y        ~> 14 ~> expected a list in parentheses behind IN
          | where x=$t$         ~> 11 ~> expected a value or a field, not '$'. Put single quotes around a name of other characters than letters, digits and _
          | where x=[search y]  ~> 11 ~> a subsearch inside an eval expression is not supported
          | head two            ~>  8 ~> limit must be a whole number of at least 1, not 'two'
          | head                ~>  7 ~> expected a value for limit, but 'head' ends here
          | fillnull value=     ~> 18 ~> expected a value for 'value=', but 'fillnull' ends here
          | fields a (b         ~> 12 ~> unexpected '(' in 'fields'
          """)
  void pointsAtWhatIsWrong(String text, int column, String message) {
    assertThatThrownBy(() -> read(text))
        .hasMessageStartingWith("s:1:" + column + ": " + message + "\n");
  }

  @Test
  void showsTheLineAndACaret() {
    assertThatThrownBy(() -> read("a=1\n| where f(x,\n    y z)\n| head"))
        .hasMessage(
            """
            s:3:7: expected an operator or ')', not 'z'
              |     y z)
                      ^""");
  }

  @Test
  void pointsIntoTheFileThatATextStandsIn() {
    String file = "search: |\n  a=1\n  b=";
    int[] offsets = {12, 13, 14, 15, 18, 19, 20};
    SplSource source = SplSources.inFile("d.yml", file, "a=1\nb=", offsets);
    assertThatThrownBy(() -> SearchExpressionParser.parse(source, 0, 6))
        .hasMessage(
            """
            d.yml:3:5: expected a value for 'b=', but there is nothing
              |   b=
                    ^""");
  }
}
