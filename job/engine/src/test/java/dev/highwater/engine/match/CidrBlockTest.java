package dev.highwater.engine.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule S-014. */
class CidrBlockTest {

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.255.255.255, true",
    "10.0.0.0/8, 11.0.0.0, false",
    "10.1.2.3/32, 10.1.2.3, true",
    "10.1.2.3/32, 10.1.2.4, false",
    "0.0.0.0/0, 255.1.2.3, true",
    "10.1.2.3/24, 10.1.2.99, true",
    "10.0.0.0/8, ::ffff:10.0.0.1, false",
    "10.0.0.0/8, 10.0.0.0/8, false",
    "10.0.0.0/8, 10.0.0, false",
    "10.0.0.0/8, 10.0.0.256, false",
    "2001:db8::/32, 2001:DB8:1::1, true",
    "2001:db8::/32, 2001:db9::, false",
    "::/0, ::1, true",
    "::1/128, 0:0:0:0:0:0:0:1, true",
    "::ffff:10.0.0.0/104, ::ffff:10.1.1.1, true"
  })
  void holdsAddresses(String block, String address, boolean isHeld) {
    CidrBlock parsed = Objects.requireNonNull(CidrBlock.parse(block));
    assertThat(parsed.contains(address)).isEqualTo(isHeld);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.0", "10.0.0.0/", "10.0.0.0/33", "/8", "10.0.0/8", "10.0.0.0/8x", "10.0.0.1.2/8",
        "a/8", "::/129", "1:2:3/64", "1::2::3/64", ":1/8", "C:/24", "10.0.0.0/-1"
      })
  void isNoBlock(String text) {
    assertThat(CidrBlock.parse(text)).isNull();
  }
}
