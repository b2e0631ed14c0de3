package dev.highwater.engine.match;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** A range of IP addresses written as {@code address/length}, IPv4 or IPv6. */
public final class CidrBlock {

  private final BigInteger prefix;
  private final int width;
  private final int length;

  private CidrBlock(BigInteger address, int width, int length) {
    this.width = width;
    this.length = length;
    this.prefix = address.shiftRight(width - length);
  }

  /** The block that the text writes, {@code null} when it writes none. */
  public static @Nullable CidrBlock parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 2 || slash + 1 >= text.length() || text.length() > slash + 4) {
      return null;
    }
    byte[] address = IpAddress.parse(text.substring(0, slash));
    String digits = text.substring(slash + 1);
    if (address == null || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return null;
    }
    int length = Integer.parseInt(digits);
    int width = address.length * 8;
    return length > width ? null : new CidrBlock(new BigInteger(1, address), width, length);
  }

  /** Whether no bit of an address is asked for: {@code 0.0.0.0/0}. */
  public boolean holdsEveryAddress() {
    return length == 0;
  }

  /** Whether the text is an address inside the block; false for what is no address. */
  public boolean contains(String text) {
    byte[] address = IpAddress.parse(text);
    return address != null
        && address.length * 8 == width
        && new BigInteger(1, address).shiftRight(width - length).equals(prefix);
  }
}
