package dev.highwater.engine.compile;

import dev.highwater.engine.json.Json;
import dev.highwater.engine.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Facts about Splunk and its apps that come with the program: a JSON object each. */
final class PlatformFile {

  private PlatformFile() {}

  /** The object in the resource {@code /platform/<name>}, which must be there. */
  static Json.Members read(String name) {
    String path = "/platform/" + name;
    try (InputStream in = PlatformFile.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("Cannot read " + path + ": no such resource");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      if (JsonReader.read(text) instanceof Json.Members members) {
        return members;
      }
      throw new IllegalStateException("Cannot read " + path + ": no JSON object");
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + path, e);
    }
  }
}
