package dev.highwater.engine.addon;

import dev.highwater.engine.match.BytePattern;
import dev.highwater.engine.match.PcrePattern;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.SourceSpan;
import dev.highwater.engine.spl.SplException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression that takes fields from events (S-651, S-655). Runs on bytes where it can.
 *
 * @param names the fields that it gives with the number of the group; empty when {@code pairs}
 *     holds
 * @param isPairs whether each match gives a field whose name is group 1 and whose value is group 2
 * @param sourceField the field it looks at; {@code _raw} for the whole event
 */
record Extraction(
    PcrePattern pattern,
    @Nullable BytePattern bytes,
    Map<String, Integer> names,
    boolean isPairs,
    String sourceField) {

  static final String RAW = "_raw";

  /** An {@code EXTRACT-} setting: {@code regex [in field]}. */
  static Extraction inline(ConfSetting setting) {
    String regex = setting.value();
    String source = RAW;
    int in = regex.lastIndexOf(" in ");
    if (in > 0 && regex.substring(in + 4).matches("\\w+")) {
      source = regex.substring(in + 4);
      regex = regex.substring(0, in);
    }
    PcrePattern pattern = compile(regex, setting);
    if (pattern.groups().isEmpty()) {
      throw fault(setting, "an EXTRACT needs a named group");
    }
    return new Extraction(pattern, bytesFor(regex, source), pattern.groups(), false, source);
  }

  /** A transforms.conf stanza that a {@code REPORT-} names. */
  static Extraction reported(ConfStanza transform, ConfSetting report) {
    ConfSetting regex = transform.settings().get("REGEX");
    if (regex == null) {
      throw fault(report, "transform '" + transform.name() + "' has no REGEX");
    }
    PcrePattern pattern = compile(regex.value(), regex);
    String format = transform.value("FORMAT");
    String source = transform.value("SOURCE_KEY");
    String field = source == null ? RAW : source;
    boolean isPairs = "$1::$2".equals(format);
    Map<String, Integer> names = pattern.groups();
    if (format != null && !isPairs) {
      names = namesOf(format, transform.settings().get("FORMAT"));
    }
    return new Extraction(pattern, bytesFor(regex.value(), field), names, isPairs, field);
  }

  private static Map<String, Integer> namesOf(String format, @Nullable ConfSetting setting) {
    Map<String, Integer> names = new LinkedHashMap<>();
    for (String part : format.strip().split("\\s+", -1)) {
      int separator = part.indexOf("::$");
      if (separator <= 0 || !part.substring(separator + 3).matches("\\d+")) {
        throw fault(Objects.requireNonNull(setting), "FORMAT must be of the form field::$1");
      }
      names.put(part.substring(0, separator), Integer.valueOf(part.substring(separator + 3)));
    }
    return names;
  }

  private static @Nullable BytePattern bytesFor(String regex, String source) {
    return source.equals(RAW) ? BytePattern.compile(regex) : null;
  }

  private static PcrePattern compile(String regex, ConfSetting setting) {
    try {
      return PcrePattern.compileForExtraction(regex);
    } catch (IllegalArgumentException e) {
      throw fault(setting, String.valueOf(e.getMessage()));
    }
  }

  static SplException fault(ConfSetting setting, String message) {
    SourceSpan span = new SourceSpan(setting.source(), 0, setting.value().length());
    return new SplException(Diagnostic.error(span, message));
  }

  /** Names of the fields that it may give, as far as they are known beforehand. */
  Set<String> fields() {
    return names.keySet();
  }
}
