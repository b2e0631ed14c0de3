package dev.highwater.engine.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.content.ContentPack;
import dev.highwater.engine.detect.Knowledge;
import dev.highwater.engine.spl.SplSources;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** What no spec case shows: searches of many steps. Rule S-925. */
class RowFieldsTest {

  private static final SearchCompiler COMPILER =
      new SearchCompiler(Knowledge.builtIn(ContentPack.builtIn(), ZoneOffset.UTC));

  private static RowFields behind(String search) {
    return COMPILER.compile(SplSources.of("<search>", search)).fields();
  }

  @Test
  void aNameThatMayComeFromManyIsFollowedOnce() {
    RowFields fields = behind("index=a | fields - *w" + " | rename X.* as *".repeat(200));

    assertThat(fields.mayHave("w")).isFalse();
    assertThat(fields.mayHave("v")).isTrue();
  }

  @Test
  void nothingIsSaidBehindVeryManySteps() {
    String search = "index=a | fields - a" + " | eval b=1".repeat(400);

    assertThat(behind(search).mayHave("a")).isFalse();
    assertThat(behind(search + " | eval b=1".repeat(4_000)).mayHave("a")).isTrue();
  }
}
