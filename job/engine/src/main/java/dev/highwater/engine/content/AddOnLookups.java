package dev.highwater.engine.content;

import dev.highwater.engine.addon.AddOn;
import dev.highwater.engine.addon.AddOnLayers;
import dev.highwater.engine.addon.AddOnLookup;
import dev.highwater.engine.addon.ConfStanza;
import dev.highwater.engine.addon.ConfWords;
import dev.highwater.engine.plan.FixedLookups;
import dev.highwater.engine.plan.LookupDefinition;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The lookups that add-ons define (S-352): files of theirs, and collections, which hold nothing.
 * Safe for several threads.
 */
public final class AddOnLookups implements FixedLookups {

  private static final dev.highwater.engine.plan.LookupTable NOTHING =
      new dev.highwater.engine.plan.LookupTable(List.of(), List.of());

  private final Map<String, Lookup> lookups = new LinkedHashMap<>();
  private final Map<String, dev.highwater.engine.plan.LookupTable> tables =
      new ConcurrentHashMap<>();

  public AddOnLookups(AddOnLayers addOns) {
    addOns.lookups().forEach((name, lookup) -> lookups.put(name, lookup(lookup)));
  }

  /** By name. */
  Map<String, Lookup> lookups() {
    return lookups;
  }

  private static Lookup lookup(AddOnLookup defined) {
    ConfStanza stanza = defined.stanza();
    String fileName = textOr(stanza.value("filename"), "");
    return new Lookup(
        stanza.name(),
        "transforms.conf",
        fileName,
        textOr(stanza.value("collection"), ""),
        ConfWords.of(textOr(stanza.value("fields_list"), "")),
        List.of(textOr(stanza.value("match_type"), "").split("\\s*,\\s*|(?<=\\))\\s+", -1)),
        textOr(stanza.value("default_match"), ""),
        number(stanza.value("min_matches")),
        number(stanza.value("max_matches")),
        stanza.isTrue("case_sensitive_match", true),
        new LookupTable(new Files(defined.files()), fileName));
  }

  private static String textOr(@Nullable String text, String otherwise) {
    return text == null ? otherwise : text;
  }

  private static OptionalInt number(@Nullable String text) {
    return text != null && text.matches("[0-9]{1,9}")
        ? OptionalInt.of(Integer.parseInt(text))
        : OptionalInt.empty();
  }

  @Override
  public @Nullable LookupDefinition definition(String name) {
    Lookup lookup = lookups.get(name);
    return lookup == null ? null : lookup.definition();
  }

  /** What the file holds; nothing when it is not there. */
  @Override
  public dev.highwater.engine.plan.LookupTable contents(LookupDefinition definition) {
    return tables.computeIfAbsent(
        definition.name(),
        name -> {
          Lookup lookup = lookups.get(name);
          try {
            return lookup == null ? NOTHING : lookup.contents();
          } catch (IOException e) {
            return NOTHING; // the check of the add-ons says so
          }
        });
  }

  /** The files of an add-on as a folder of content. */
  private record Files(AddOn.LookupFiles files) implements ContentFolder {

    @Override
    public String display() {
      return "";
    }

    @Override
    public List<String> yamlFiles(String part) {
      return List.of();
    }

    @Override
    public List<String> csvFiles(String part) {
      return List.of();
    }

    @Override
    public boolean has(String path) {
      return files.text(path) != null;
    }

    @Override
    public String text(String path) throws IOException {
      String text = files.text(path);
      if (text == null) {
        throw new FileNotFoundException("no file lookups/" + path);
      }
      return text;
    }
  }
}
