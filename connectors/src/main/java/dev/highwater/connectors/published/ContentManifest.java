package dev.highwater.connectors.published;

import dev.highwater.connectors.codec.JsonLine;
import dev.highwater.engine.json.Json;
import dev.highwater.engine.json.JsonReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to content that is published file by file: it is whole when all files are here that
 * the manifest names, each as the manifest has it (S-2115).
 *
 * @param hashes SHA-256 in hex by path
 * @param effectiveMillis see {@link PublishedContent}
 * @param finishes see {@link PublishedContent}
 */
public record ContentManifest(
    SortedMap<String, String> hashes, long effectiveMillis, boolean finishes) {

  private static final String FILES = "files";
  private static final String EFFECTIVE = "effective_millis";
  private static final String FINISHES = "finishes";

  /** That of files. */
  public static ContentManifest of(PublishedContent content) {
    TreeMap<String, String> hashes = new TreeMap<>();
    content.files().forEach((path, bytes) -> hashes.put(path, hash(bytes)));
    return new ContentManifest(hashes, content.effectiveMillis(), content.finishes());
  }

  /** SHA-256 in hex. */
  static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** As JSON in UTF-8. */
  public byte[] json() {
    return JsonLine.of(
        line -> {
          if (effectiveMillis != Long.MIN_VALUE) {
            line.number(EFFECTIVE, effectiveMillis);
          }
          line.flag(FINISHES, finishes)
              .object(
                  FILES,
                  files -> {
                    for (Map.Entry<String, String> each : hashes.entrySet()) {
                      files.text(each.getKey(), each.getValue());
                    }
                  });
        });
  }

  /** The manifest of that JSON, {@code null} where it is none. */
  public static @Nullable ContentManifest parse(byte[] json) {
    Json root = JsonReader.readStructure(new String(json, StandardCharsets.UTF_8));
    if (!(root instanceof Json.Members members)
        || !(members.byName().get(FILES) instanceof Json.Members files)) {
      return null;
    }
    TreeMap<String, String> hashes = new TreeMap<>();
    files.byName().forEach((path, hash) -> hashes.put(path, text(hash)));
    String effective = text(members.byName().get(EFFECTIVE));
    try {
      return new ContentManifest(
          hashes,
          effective.isEmpty() ? Long.MIN_VALUE : Long.parseLong(effective),
          !text(members.byName().get(FINISHES)).equals("false"));
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static String text(@Nullable Json value) {
    String text = value == null ? null : value.fieldText();
    return text == null ? "" : text;
  }
}
