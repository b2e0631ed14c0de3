package dev.highwater.engine.function.cryptographic;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.MultiValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Digests in hexadecimal, lower case (S-149). */
final class Digest {

  private Digest() {}

  /** The digest of the UTF-8 bytes of each value. */
  static @Nullable FieldValue of(String algorithm, FieldValue value) {
    return MultiValue.of(
        value.members().stream().map(each -> FieldValue.of(hex(algorithm, each.text()))).toList());
  }

  private static String hex(String algorithm, String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no " + algorithm, e);
    }
  }
}
