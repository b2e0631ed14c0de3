package dev.highwater.engine.addon;

import dev.highwater.engine.plan.FixedLookups;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads add-ons. */
public final class AddOnReader {

  private static final String ROOT = "/addons/";

  private AddOnReader() {}

  /** The add-ons that come with Highwater, as {@code addons/index} lists them. */
  public static List<AddOn> builtIn() {
    List<AddOn> addOns = new ArrayList<>();
    for (String name : names()) {
      addOns.add(
          new AddOn(
              name,
              stanzas(name, "props.conf"),
              stanzas(name, "transforms.conf"),
              stanzas(name, "eventtypes.conf"),
              stanzas(name, "tags.conf")));
    }
    return addOns;
  }

  /** The lookups of these add-ons. */
  public static FixedLookups lookups() {
    ShippedLookups lookups = new ShippedLookups();
    for (String name : names()) {
      lookups.add(stanzas(name, "transforms.conf"), file -> resource(ROOT + name + "/" + file));
    }
    return lookups;
  }

  private static List<String> names() {
    return resource(ROOT + "index").lines().toList();
  }

  private static Map<String, ConfStanza> stanzas(String addOn, String file) {
    String path = "addons/" + addOn + "/" + file;
    return ConfFile.parse(path, resource("/" + path));
  }

  private static String resource(String path) {
    try (InputStream in = AddOnReader.class.getResourceAsStream(path)) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + path, e);
    }
  }
}
