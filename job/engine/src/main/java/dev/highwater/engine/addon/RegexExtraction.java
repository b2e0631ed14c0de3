package dev.highwater.engine.addon;

import dev.highwater.engine.match.BytePattern;
import dev.highwater.engine.match.PcrePattern;
import dev.highwater.engine.match.RequiredLiterals;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.SourceSpan;
import dev.highwater.engine.spl.SplException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression that takes fields from events (S-651, S-655). Runs on bytes where it can.
 *
 * @param required what stands in every match
 * @param names the fields that it gives with the number of the group; empty when {@code isOpen}
 *     holds
 * @param isOpen whether each match gives a field whose name is group 1 and whose value is group 2
 * @param cleansKeys whether such names are made into ones that need no quotes
 * @param sourceField the field it looks at; {@code _raw} for the whole event
 */
record RegexExtraction(
    PcrePattern pattern,
    @Nullable BytePattern bytes,
    RequiredLiterals required,
    Map<String, Integer> names,
    boolean isOpen,
    boolean cleansKeys,
    String sourceField)
    implements Extraction {

  static final String RAW = "_raw";

  /** What stays when names are made of keys or paths. */
  static final Pattern IN_ONE_PIECE = Pattern.compile("[a-z0-9]+");

  /** An {@code EXTRACT-} setting: {@code regex [in field]}. */
  static RegexExtraction inline(ConfSetting setting) {
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
    return new RegexExtraction(
        pattern,
        bytesFor(regex, source),
        RequiredLiterals.of(regex),
        pattern.groups(),
        false,
        false,
        source);
  }

  /** The first match, each field a group of it. */
  static RegexExtraction of(
      PcrePattern pattern, ConfSetting regex, Map<String, Integer> names, String source) {
    return new RegexExtraction(
        pattern,
        bytesFor(regex.value(), source),
        RequiredLiterals.of(regex.value()),
        names,
        false,
        false,
        source);
  }

  /** All matches, each a name and a value. */
  static RegexExtraction pairs(
      PcrePattern pattern, ConfSetting regex, String source, boolean cleansKeys) {
    return new RegexExtraction(
        pattern,
        bytesFor(regex.value(), source),
        RequiredLiterals.of(regex.value()),
        Map.of(),
        true,
        cleansKeys,
        source);
  }

  private static @Nullable BytePattern bytesFor(String regex, String source) {
    return source.equals(RAW) ? BytePattern.compile(regex) : null;
  }

  static PcrePattern compile(String regex, ConfSetting setting) {
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

  @Override
  public Set<String> fields() {
    return names.keySet();
  }

  /** What an expression takes out of a text stands in it in one piece. */
  @Override
  public Optional<Set<String>> literalsInSource(String literal) {
    return Optional.of(Set.of(literal));
  }

  @Override
  public Optional<Set<String>> literalsInNames(String literal) {
    return cleansKeys && !IN_ONE_PIECE.matcher(literal).matches()
        ? Optional.empty()
        : Optional.of(Set.of(literal));
  }

  @Override
  public ExtractionState on(EventFields fields) {
    return new RegexState(this, fields);
  }
}
