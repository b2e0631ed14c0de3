package dev.highwater.engine.addon;

import dev.highwater.engine.spl.Diagnostic;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads add-ons. */
public final class AddOnReader {

  private static final String ROOT = "/addons/";
  private static final List<String> CONF_FILES =
      List.of("props.conf", "transforms.conf", "eventtypes.conf", "tags.conf");

  private AddOnReader() {}

  /** The add-ons that come with Highwater, as {@code addons/index} lists them. */
  public static List<AddOn> builtIn() {
    List<AddOn> addOns = new ArrayList<>();
    for (String name : required("index").lines().toList()) {
      Map<String, String> texts = new HashMap<>();
      for (String file : CONF_FILES) {
        String text = resource(ROOT + name + "/" + file);
        if (text != null) {
          texts.put(file, text);
        }
      }
      List<Diagnostic> problems = new ArrayList<>();
      addOns.add(
          read(
              new AppFiles(name, "addons/" + name, texts),
              "",
              file -> resource(ROOT + name + "/lookups/" + file),
              problems));
      if (!problems.isEmpty()) {
        throw new IllegalStateException("Cannot read add-on: " + problems.get(0).render());
      }
    }
    return addOns;
  }

  /**
   * One layer of an app.
   *
   * @param layer the directory of the app in which its files are
   * @param problems takes what is wrong with lines
   */
  static AddOn read(AppFiles app, String layer, List<Diagnostic> problems) {
    return read(app, layer + "/", file -> app.text("lookups/" + file), problems);
  }

  private static AddOn read(
      AppFiles app, String folder, AddOn.LookupFiles lookups, List<Diagnostic> problems) {
    List<Map<String, ConfStanza>> files = new ArrayList<>();
    for (String file : CONF_FILES) {
      String text = app.text(folder + file);
      files.add(
          text == null
              ? Map.of()
              : ConfFile.parse(app.display(folder + file), text, problems::add));
    }
    return new AddOn(app.name(), files.get(0), files.get(1), files.get(2), files.get(3), lookups);
  }

  private static String required(String path) {
    return Objects.requireNonNull(resource(ROOT + path), ROOT + path);
  }

  /** A resource of the built-in add-ons as text, {@code null} when there is none. */
  private static @Nullable String resource(String path) {
    try (InputStream in = AddOnReader.class.getResourceAsStream(path)) {
      return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + path, e);
    }
  }
}
