package dev.highwater.engine.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.SplSources;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A search that begins with a command, but for the pipe (S-1251). */
class MissingPipeTest {

  @Test
  void aCommandThatMakesRowsIsNoWordToLookFor() {
    assertThat(messages("makeresults count=2 | eval x=1"))
        .containsExactly(
            "<search>:1:1: warning: 'makeresults' is a word to look for here."
                + " Write '| makeresults' for the command   [S-1251]");
    assertThat(messages(" Tstats count where index=a by host")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "from anywhere",
        "top secret",
        "search makeresults",
        "| makeresults",
        "makeresult"
      })
  void otherWordsAre(String search) {
    assertThat(messages(search)).isEmpty();
  }

  private static List<String> messages(String search) {
    return SearchTexts.compiler()
        .searchStages(SplSources.of("<search>", search))
        .diagnostics()
        .stream()
        .map(Diagnostic::render)
        .map(text -> text.lines().findFirst().orElse(""))
        .toList();
  }
}
