package dev.highwater.engine.spl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SplLayoutTest {

  private static String layout(String text) {
    return SplLayout.of(SplSources.of("<spl>", text));
  }

  @Test
  void writesACommandALine() {
    assertThat(layout("  index=a   b |STATS  count\n by  c|`keep( x )`| where d=\"e  |  f\" "))
        .isEqualTo(
            """
            index=a b
            | stats count by c
            | `keep( x )`
            | where d="e  |  f"
            """);
  }

  @Test
  void keepsCommentsAndSubsearches() {
    assertThat(layout("| search a ``` one |\n two ``` [ search   b | fields  c ] | tail"))
        .isEqualTo(
            """
            | search a ``` one |
             two ``` [ search b | fields c ]
            | tail
            """);
  }

  @Test
  void anEmptyTextStaysEmpty() {
    assertThat(layout(" \n")).isEmpty();
  }

  @Test
  void refusesWhatDoesNotEnd() {
    assertThatThrownBy(() -> layout("search \"a")).isInstanceOf(SplException.class);
  }
}
