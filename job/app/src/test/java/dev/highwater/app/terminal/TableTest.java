package dev.highwater.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TableTest {
  @Test
  void alignsTextLeftAndNumbersRight() {
    Table table = Table.of("detection", "runs").row("Service File", 4).row("Curl", 1234);

    assertThat(table.lines(Console.UNLIMITED))
        .containsExactly(
            "detection     runs", //
            "------------  ----",
            "Service File     4",
            "Curl          1234");
  }

  @Test
  void cutsTheWidestColumnsToTheTerminal() {
    Table table = Table.of("dest", "file_path").row("web-01", "/etc/systemd/system/app.service");

    assertThat(table.lines(24))
        .containsExactly(
            "dest    file_path", //
            "------  ----------------",
            "web-01  /etc/systemd/sy…");
  }

  @Test
  void keepsColumnsReadableWhereTheTerminalIsTooNarrow() {
    Table table = Table.of("a", "b").row("0123456789x", "0123456789x");

    assertThat(table.lines(4)).last().isEqualTo("0123456…  0123456…");
  }

  @Test
  void countsTerminalColumnsNotCharacters() {
    Table table = Table.of("path", "n").row("服务", 1).row("🔥", 2).row("e\u0301", 3);

    assertThat(table.lines(Console.UNLIMITED))
        .containsExactly(
            "path  n", //
            "----  -",
            "服务  1",
            "🔥    2",
            "e\u0301     3");
  }

  @Test
  void neverCutsACharacterInHalf() {
    Table table = Table.of("title").row("🔥🔥🔥🔥🔥🔥");

    assertThat(table.lines(8)).last().isEqualTo("🔥🔥🔥…");
  }

  @Test
  void letsNoValueSteerTheTerminal() {
    Table table = Table.of("value").row("a\u001b[31mb\nc\u202Ed\u0000");

    assertThat(table.lines(Console.UNLIMITED)).last().isEqualTo("a·[31mb·c·d·");
  }

  @Test
  void refusesARowWithAnotherNumberOfCells() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Table.of("a", "b").row("only one"))
        .withMessage("Invalid row: 1 cells (must be 2)");
  }
}
