package dev.highwater.connectors.place;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes small files of MaxMind's form: a binary tree over the bits of IPv6 addresses, then the
 * data, then a description. IPv4 addresses lie under 96 zero bits.
 */
public final class CityFile {

  private static final byte[] MARK =
      "\u00ab\u00cd\u00efMaxMind.com".getBytes(StandardCharsets.ISO_8859_1);
  private static final int SEPARATOR = 16;

  private final List<int[]> nodes = new ArrayList<>();
  private final ByteArrayOutputStream data = new ByteArrayOutputStream();

  public CityFile() {
    nodes.add(new int[2]);
  }

  /**
   * Says where the addresses of a network are.
   *
   * @param address 4 or 16 bytes
   * @param length of the network's prefix
   */
  public CityFile put(byte[] address, int length, Map<String, ?> place) {
    byte[] bits = ByteBuffer.allocate(16).position(16 - address.length).put(address).array();
    int depth = length + (16 - address.length) * 8;
    int node = 0;
    for (int i = 0; i < depth; i++) {
      int bit = bits[i / 8] >> (7 - i % 8) & 1;
      if (i == depth - 1) {
        nodes.get(node)[bit] = ~data.size(); // data until the number of nodes is known
      } else {
        node = child(node, bit);
      }
    }
    write(place, data);
    return this;
  }

  private int child(int node, int bit) {
    if (nodes.get(node)[bit] == 0) {
      nodes.get(node)[bit] = nodes.size();
      nodes.add(new int[2]);
    }
    return nodes.get(node)[bit];
  }

  /** Writes the file and gives it back. */
  public Path write(Path file) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int empty = nodes.size();
    for (int[] node : nodes) {
      for (int child : node) {
        int place = child < 0 ? ~child + empty + SEPARATOR : child == 0 ? empty : child;
        out.writeBytes(ByteBuffer.allocate(4).putInt(place).array());
      }
    }
    out.writeBytes(new byte[SEPARATOR]);
    out.writeBytes(data.toByteArray());
    out.writeBytes(MARK);
    write(
        new TreeMap<>(
            Map.of(
                "binary_format_major_version", 2,
                "binary_format_minor_version", 0,
                "build_epoch", 1_772_366_400,
                "database_type", "Test-City",
                "description", Map.of("en", "a test's"),
                "ip_version", 6,
                "languages", List.of("en"),
                "node_count", empty,
                "record_size", 32)),
        out);
    return Files.write(file, out.toByteArray());
  }

  private static void write(Object value, ByteArrayOutputStream out) {
    if (value instanceof Map<?, ?> map) {
      control(7, map.size(), out);
      map.forEach(
          (key, inner) -> {
            write(key, out);
            write(inner, out);
          });
    } else if (value instanceof List<?> list) {
      control(11, list.size(), out);
      list.forEach(inner -> write(inner, out));
    } else if (value instanceof Double number) {
      control(3, 8, out);
      out.writeBytes(ByteBuffer.allocate(8).putDouble(number).array());
    } else if (value instanceof Integer number) {
      control(6, 4, out);
      out.writeBytes(ByteBuffer.allocate(4).putInt(number).array());
    } else {
      byte[] text = String.valueOf(value).getBytes(StandardCharsets.UTF_8);
      control(2, text.length, out);
      out.writeBytes(text);
    }
  }

  /** Types over 7 say so and stand in a byte of their own; sizes over 28 do, too. */
  private static void control(int type, int size, ByteArrayOutputStream out) {
    int small = Math.min(size, 29);
    out.write(type > 7 ? small : type << 5 | small);
    if (type > 7) {
      out.write(type - 7);
    }
    if (small == 29) {
      out.write(size - 29);
    }
  }
}
