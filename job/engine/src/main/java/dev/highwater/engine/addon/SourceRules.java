package dev.highwater.engine.addon;

import dev.highwater.engine.compile.ExpressionCompiler;
import dev.highwater.engine.match.BytePattern;
import dev.highwater.engine.optimize.LiteralTracing;
import dev.highwater.engine.plan.Evaluator;
import dev.highwater.engine.plan.FixedLookups;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.Expression;
import dev.highwater.engine.spl.ExpressionParser;
import dev.highwater.engine.spl.SourceSpan;
import dev.highwater.engine.spl.SplException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Everything that props.conf says about the events of one host, source and sourcetype, ready to use
 * (S-650..S-660). Immutable.
 */
public final class SourceRules {

  private static final int DEFAULT_LOOKAHEAD = 128;

  private final ZoneId zone;
  private final @Nullable BytePattern timePrefix;
  private final @Nullable TimestampFormat timeFormat;
  private final int lookahead;
  private final List<ExtractionRule> extractions = new ArrayList<>();
  private final Map<String, Alias> aliases = new LinkedHashMap<>();
  private final Map<String, Calculation> calculations = new LinkedHashMap<>();
  private final List<AutomaticLookup> lookups = new ArrayList<>();
  private final List<Diagnostic> problems = new ArrayList<>();

  /** A {@code FIELDALIAS}; {@code isNew} for ASNEW (S-653). */
  record Alias(String source, boolean isNew, ConfSetting setting) {}

  /** An {@code EVAL-} (S-652). */
  record Calculation(Expression expression, Evaluator evaluator, ConfSetting setting) {}

  /**
   * @param props the merged settings of all stanzas that hold for the source
   * @param transforms the transforms.conf stanzas by name
   * @param tables what {@code LOOKUP-} settings look into
   * @param defaultZone for sources without {@code TZ}
   */
  SourceRules(
      ConfStanza props,
      Map<String, ConfStanza> transforms,
      FixedLookups tables,
      ZoneId defaultZone) {
    this.zone = used(props, "TZ", SourceRules::zone).orElse(defaultZone).normalized();
    this.timePrefix = used(props, "TIME_PREFIX", SourceRules::timePrefix).orElse(null);
    this.timeFormat = used(props, "TIME_FORMAT", setting -> timeFormat(setting, zone)).orElse(null);
    this.lookahead =
        used(props, "MAX_TIMESTAMP_LOOKAHEAD", SourceRules::lookahead).orElse(DEFAULT_LOOKAHEAD);
    each(props, "EXTRACT-", this::extract);
    each(props, "REPORT-", setting -> report(setting, transforms));
    takeAutomaticFields(props.settings().get("KV_MODE"));
    each(props, "FIELDALIAS-", this::alias);
    each(props, "EVAL-", this::calculate);
    each(props, "LOOKUP-", setting -> lookups.add(AutomaticLookup.parse(setting, tables)));
  }

  private void each(ConfStanza props, String prefix, Consumer<ConfSetting> use) {
    for (ConfSetting setting : new TreeMap<>(props.settings()).values()) {
      if (setting.key().startsWith(prefix)) {
        attempt(() -> use.accept(setting));
      }
    }
  }

  private void attempt(Runnable reading) {
    try {
      reading.run();
    } catch (SplException e) {
      problems.add(e.diagnostic());
    }
  }

  /** What a setting says; empty where it is not set or cannot be used. */
  private <T> Optional<T> used(ConfStanza props, String key, Function<ConfSetting, T> reading) {
    ConfSetting setting = props.settings().get(key);
    try {
      return setting == null ? Optional.empty() : Optional.of(reading.apply(setting));
    } catch (SplException e) {
      problems.add(e.diagnostic());
      return Optional.empty();
    }
  }

  private static ZoneId zone(ConfSetting setting) {
    try {
      return ZoneId.of(setting.value());
    } catch (DateTimeException e) {
      throw RegexExtraction.fault(setting, "unknown time zone '" + setting.value() + "'");
    }
  }

  private static int lookahead(ConfSetting setting) {
    try {
      return Integer.parseInt(setting.value());
    } catch (NumberFormatException e) {
      throw RegexExtraction.fault(
          setting, "expected a number of bytes, not '" + setting.value() + "'");
    }
  }

  private static BytePattern timePrefix(ConfSetting setting) {
    BytePattern pattern = BytePattern.compile(setting.value());
    if (pattern == null) {
      throw RegexExtraction.fault(setting, "this form of TIME_PREFIX is not supported");
    }
    return pattern;
  }

  private static TimestampFormat timeFormat(ConfSetting setting, ZoneId zone) {
    try {
      return new TimestampFormat(setting.value(), zone);
    } catch (IllegalArgumentException e) {
      throw RegexExtraction.fault(setting, String.valueOf(e.getMessage()));
    }
  }

  private void extract(ConfSetting setting) {
    extractions.add(new ExtractionRule(RegexExtraction.inline(setting), setting, null));
  }

  private void report(ConfSetting setting, Map<String, ConfStanza> transforms) {
    for (String name : setting.value().split(",", -1)) {
      attempt(() -> extractions.add(reported(name.strip(), setting, transforms)));
    }
  }

  private static ExtractionRule reported(
      String name, ConfSetting setting, Map<String, ConfStanza> transforms) {
    ConfStanza transform = transforms.get(name);
    if (transform == null) {
      throw RegexExtraction.fault(setting, "there is no transform '" + name + "'");
    }
    return new ExtractionRule(TransformReader.read(transform, setting), setting, transform);
  }

  private void takeAutomaticFields(@Nullable ConfSetting mode) {
    attempt(
        () -> {
          Extraction automatic = AutomaticFields.of(mode);
          if (automatic != null) {
            extractions.add(new ExtractionRule(automatic, mode, null));
          }
        });
  }

  private void alias(ConfSetting setting) {
    List<String> words = ConfWords.of(setting.value());
    for (int i = 0; i < words.size(); i += 3) {
      boolean isNew = i + 1 < words.size() && words.get(i + 1).equalsIgnoreCase("ASNEW");
      if (i + 2 >= words.size() || (!isNew && !words.get(i + 1).equalsIgnoreCase("AS"))) {
        throw RegexExtraction.fault(setting, "expected 'field AS alias'");
      }
      aliases.put(words.get(i + 2), new Alias(words.get(i), isNew, setting));
    }
  }

  private void calculate(ConfSetting setting) {
    SourceSpan span = new SourceSpan(setting.source(), 0, setting.value().length());
    Expression expression = ExpressionParser.parse(span);
    Evaluator evaluator = ExpressionCompiler.outsideOfSearches().compile(expression);
    calculations.put(
        setting.key().substring("EVAL-".length()), new Calculation(expression, evaluator, setting));
  }

  /** What is wrong with settings; those that it is said of are left out. */
  public List<Diagnostic> problems() {
    return Collections.unmodifiableList(problems);
  }

  TimestampRule timestampRule() {
    return new TimestampRule(timePrefix, timeFormat, lookahead, zone);
  }

  /** Names of the fields that a rule gives, as far as rules name them. */
  Set<String> names() {
    Set<String> names = new TreeSet<>(calculations.keySet());
    names.addAll(aliases.keySet());
    extractions.forEach(each -> names.addAll(each.extraction().fields()));
    lookups.forEach(lookup -> names.addAll(lookup.outputs().keySet()));
    return names;
  }

  ZoneId zone() {
    return zone;
  }

  /** In the order in which they are tried. */
  List<ExtractionRule> extractions() {
    return extractions;
  }

  @Nullable Alias alias(String name) {
    return aliases.get(name);
  }

  @Nullable Calculation calculation(String name) {
    return calculations.get(name);
  }

  /** The lookups that give a field, in the order in which they are done. */
  List<AutomaticLookup> lookups(String name) {
    return lookups.stream().filter(lookup -> lookup.outputs().containsKey(name)).toList();
  }

  /**
   * Texts of which an event holds at least one whenever the field holds {@code literal}; see {@link
   * LiteralTracing}.
   *
   * @param literal ASCII, lower case; case does not count
   */
  public Optional<Set<String>> literalsInRaw(String field, String literal) {
    if (EventLabels.NAMES.contains(field) || !lookups(field).isEmpty()) {
      return Optional.empty();
    }
    Calculation calculation = calculations.get(field);
    return calculation == null
        ? aliasedInRaw(field, literal)
        : LiteralTracing.trace(calculation.expression(), literal, this::aliasedInRaw);
  }

  /**
   * Texts of which an event holds at least one whenever it has a field whose name begins with
   * {@code prefix} and goes on with a text that holds {@code literal}: such a name stands in the
   * event unless a rule gives it.
   *
   * @param literal ASCII, lower case; case does not count
   */
  public Optional<Set<String>> namesInRaw(String prefix, String literal) {
    boolean isNamedByRule = names().stream().anyMatch(name -> name.startsWith(prefix));
    return isNamedByRule
        ? Optional.empty()
        : literalsOf(Extraction::isOpen, each -> each.literalsInNames(literal));
  }

  private Optional<Set<String>> aliasedInRaw(String field, String literal) {
    Alias alias = aliases.get(field);
    if (alias == null) {
      return extractedInRaw(field, literal);
    }
    Optional<Set<String>> source = extractedInRaw(alias.source(), literal);
    return alias.isNew() && source.isPresent() && mayBeExtracted(field) ? Optional.empty() : source;
  }

  private boolean mayBeExtracted(String field) {
    return FieldSlot.METADATA.contains(field)
        || extractions.stream().anyMatch(each -> each.extraction().mayGive(field));
  }

  private Optional<Set<String>> extractedInRaw(String field, String literal) {
    if (FieldSlot.METADATA.contains(field)) {
      return field.equals(RegexExtraction.RAW) ? Optional.of(Set.of(literal)) : Optional.empty();
    }
    return literalsOf(each -> each.mayGive(field), each -> each.literalsInSource(literal));
  }

  private Optional<Set<String>> literalsOf(
      Predicate<Extraction> isMeant, Function<Extraction, Optional<Set<String>>> literals) {
    Set<String> texts = new TreeSet<>();
    for (ExtractionRule rule : extractions) {
      Extraction extraction = rule.extraction();
      if (isMeant.test(extraction)) {
        Optional<Set<String>> own = literals.apply(extraction);
        if (own.isEmpty() || !extraction.sourceField().equals(RegexExtraction.RAW)) {
          return Optional.empty();
        }
        texts.addAll(own.get());
      }
    }
    return Optional.of(texts);
  }
}
