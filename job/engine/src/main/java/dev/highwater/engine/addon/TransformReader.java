package dev.highwater.engine.addon;

import dev.highwater.engine.command.KeyValuePairs;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.match.PcreMatcher;
import dev.highwater.engine.match.PcrePattern;
import dev.highwater.engine.match.RequiredLiterals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The transforms.conf stanza that a {@code REPORT-} names, ready to use (S-655, S-1221). */
final class TransformReader {

  private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

  private final ConfStanza transform;
  private final String source;
  private final boolean addsValues;
  private final boolean cleansKeys;

  private TransformReader(ConfStanza transform) {
    this.transform = transform;
    String key = transform.value("SOURCE_KEY");
    this.source = key == null ? RegexExtraction.RAW : key;
    this.addsValues = transform.isTrue("MV_ADD", false);
    this.cleansKeys = transform.isTrue("CLEAN_KEYS", true);
  }

  /**
   * What the stanza takes from events.
   *
   * @param report the setting that names it
   * @throws dev.highwater.engine.spl.SplException for a stanza that takes nothing
   */
  static Extraction read(ConfStanza transform, ConfSetting report) {
    TransformReader reader = new TransformReader(transform);
    ConfSetting delimiters = transform.settings().get("DELIMS");
    if (delimiters != null) {
      return reader.delimited(delimiters);
    }
    ConfSetting regex = transform.settings().get("REGEX");
    if (regex == null) {
      throw RegexExtraction.fault(
          report, "transform '" + transform.name() + "' has neither REGEX nor DELIMS");
    }
    return reader.matched(regex);
  }

  private Extraction matched(ConfSetting regex) {
    PcrePattern pattern = RegexExtraction.compile(regex.value(), regex);
    ConfSetting format = transform.settings().get("FORMAT");
    if (format == null) {
      return addsValues
          ? formatted(pattern, regex, FieldFormats.ofGroups(pattern.groups()))
          : RegexExtraction.of(pattern, regex, pattern.groups(), source);
    }
    FieldFormats formats = FieldFormats.parse(format);
    Map<String, Integer> groups = formats.groups();
    if (addsValues || (groups == null && !formats.isPairs())) {
      return formatted(pattern, regex, formats);
    }
    return groups == null
        ? RegexExtraction.pairs(pattern, regex, source, cleansKeys)
        : RegexExtraction.of(pattern, regex, groups, source);
  }

  /** Any FORMAT: every match counts where names come from the event or values are added. */
  private Extraction formatted(PcrePattern pattern, ConfSetting regex, FieldFormats formats) {
    boolean isRepeated = addsValues || formats.isOpen();
    return new TextExtraction(
        (text, limits) -> {
          Map<String, List<FieldValue>> found = new LinkedHashMap<>();
          PcreMatcher matcher = pattern.matcher(text);
          boolean isNext = matcher.find();
          while (isNext) {
            formats.fields(matcher, cleansKeys, (name, value) -> add(found, name, value));
            isNext = isRepeated && matcher.find();
          }
          matcher.tellLimit(limits::tally);
          return found;
        },
        formats.names(),
        formats.isOpen(),
        source,
        RequiredLiterals.of(regex.value()),
        formats.isWhole() ? Optional.of("") : Optional.empty());
  }

  private void add(Map<String, List<FieldValue>> found, String name, String value) {
    List<FieldValue> known = found.get(name);
    if (known == null) {
      found.put(name, new ArrayList<>(List.of(FieldValue.of(value))));
    } else if (addsValues) {
      known.add(FieldValue.of(value));
    }
  }

  private Extraction delimited(ConfSetting setting) {
    List<String> sets = quoted(setting.value());
    ConfSetting fields = transform.settings().get("FIELDS");
    if (sets.size() == 2 && fields == null) {
      KeyValuePairs pairs =
          KeyValuePairs.USUAL
              .withDelimiters(sets.get(0), sets.get(1))
              .withLimits(Integer.MAX_VALUE, Integer.MAX_VALUE)
              .withKeys(addsValues, cleansKeys);
      return new TextExtraction(
          (text, limits) -> pairs.of(text),
          Set.of(),
          true,
          source,
          RequiredLiterals.NONE,
          Optional.of(""));
    }
    if (sets.isEmpty() || fields == null) {
      throw RegexExtraction.fault(
          setting, "DELIMS needs one set of characters with FIELDS, or two without");
    }
    List<String> names = listed(fields.value());
    DelimitedValues values = new DelimitedValues(sets.get(0), names);
    return new TextExtraction(
        (text, limits) -> values.of(text),
        new LinkedHashSet<>(names),
        false,
        source,
        RequiredLiterals.NONE,
        Optional.of(""));
  }

  private static List<String> quoted(String text) {
    List<String> found = new ArrayList<>();
    Matcher matcher = QUOTED.matcher(text);
    while (matcher.find()) {
      found.add(unescaped(String.valueOf(matcher.group(1))));
    }
    return found;
  }

  private static String unescaped(String text) {
    return text.replace("\\t", "\t")
        .replace("\\n", "\n")
        .replace("\\\"", "\"")
        .replace("\\\\", "\\");
  }

  /** Names between commas or blanks, in quotes or not. */
  private static List<String> listed(String text) {
    List<String> names = new ArrayList<>();
    for (String part : text.strip().split("\\s*,\\s*|\\s+(?=\")", -1)) {
      String name = part.strip();
      names.add(
          name.length() > 1 && name.startsWith("\"") && name.endsWith("\"")
              ? name.substring(1, name.length() - 1)
              : name);
    }
    return names;
  }
}
