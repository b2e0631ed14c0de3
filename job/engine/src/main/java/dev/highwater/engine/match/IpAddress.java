package dev.highwater.engine.match;

import org.jspecify.annotations.Nullable;

/** Addresses as text; never asks a name server. */
public final class IpAddress {

  private IpAddress() {}

  /** The 4 or 16 bytes of an IPv4 or IPv6 address, {@code null} for any other text. */
  public static byte @Nullable [] parse(String text) {
    return text.indexOf(':') >= 0 ? parseV6(text) : parseV4(text);
  }

  private static byte @Nullable [] parseV4(String text) {
    byte[] address = new byte[4];
    int at = 0;
    for (int part = 0; part < 4; part++) {
      int start = at;
      int number = 0;
      while (at < text.length()
          && text.charAt(at) >= '0'
          && text.charAt(at) <= '9'
          && at - start < 3) {
        number = number * 10 + text.charAt(at++) - '0';
      }
      boolean isLast = part == 3;
      boolean endsWell =
          isLast ? at == text.length() : at < text.length() && text.charAt(at++) == '.';
      if (number > 255 || !endsWell || at - start < (isLast ? 1 : 2)) {
        return null;
      }
      address[part] = (byte) number;
    }
    return address;
  }

  private static byte @Nullable [] parseV6(String text) {
    int gap = text.indexOf("::");
    if (gap < 0) {
      int[] groups = groups(text);
      return groups == null || groups.length != 8 ? null : bytes(groups, new int[0]);
    }
    int[] head = groups(text.substring(0, gap));
    int[] tail = groups(text.substring(gap + 2));
    return head == null || tail == null || head.length + tail.length > 7 ? null : bytes(head, tail);
  }

  private static int @Nullable [] groups(String text) {
    if (text.isEmpty()) {
      return new int[0];
    }
    String[] parts = text.split(":", -1);
    byte[] embedded =
        parts[parts.length - 1].indexOf('.') >= 0 ? parseV4(parts[parts.length - 1]) : null;
    int plain = embedded == null ? parts.length : parts.length - 1;
    int[] groups = new int[embedded == null ? plain : plain + 2];
    for (int i = 0; i < plain; i++) {
      if (!parts[i].matches("[0-9a-fA-F]{1,4}")) {
        return null;
      }
      groups[i] = Integer.parseInt(parts[i], 16);
    }
    if (embedded != null) {
      groups[plain] = (embedded[0] & 0xff) << 8 | (embedded[1] & 0xff);
      groups[plain + 1] = (embedded[2] & 0xff) << 8 | (embedded[3] & 0xff);
    }
    return groups;
  }

  private static byte[] bytes(int[] head, int[] tail) {
    byte[] address = new byte[16];
    for (int i = 0; i < head.length; i++) {
      put(address, i, head[i]);
    }
    for (int i = 0; i < tail.length; i++) {
      put(address, 8 - tail.length + i, tail[i]);
    }
    return address;
  }

  private static void put(byte[] address, int group, int value) {
    address[2 * group] = (byte) (value >> 8);
    address[2 * group + 1] = (byte) value;
  }
}
