package dev.highwater.engine.spl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rule S-1047. */
class TokenTest {

  private static final SplSource SOURCE =
      SplSources.of("t", "a=$user$ b=\"$x.y|s$\" cost $5 or $10 $$ end$z$");

  @Test
  void findsNamesBetweenSigns() {
    assertThat(Token.in(SOURCE)).extracting(Token::name).containsExactly("user", "x.y", "z");
  }

  @Test
  void whatIsFilledInHasThePlaceOfItsToken() {
    SplSource filled = Token.filled(SOURCE);

    assertThat(filled.text()).isEqualTo("a=1 b=\"1\" cost $5 or $10 $$ end1");
    assertThat(
            IntStream.of(0, 2, 3, 7, 8, filled.text().length())
                .map(offset -> filled.locate(offset).column()))
        .containsExactly(1, 3, 9, 13, 20, 43);
    assertThat(Token.isFilledIn(SOURCE, filled.locate(2))).isTrue();
    assertThat(Token.isFilledIn(SOURCE, filled.locate(3))).isFalse();
  }
}
