package dev.highwater.engine.addon;

import dev.highwater.engine.compile.ExpressionCompiler;
import dev.highwater.engine.optimize.LiteralTracing;
import dev.highwater.engine.plan.Evaluator;
import dev.highwater.engine.plan.FixedLookups;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.Expression;
import dev.highwater.engine.spl.ExpressionFields;
import dev.highwater.engine.spl.ExpressionParser;
import dev.highwater.engine.spl.SourceSpan;
import dev.highwater.engine.spl.SplException;
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

  private final TimeSettings times;
  private final ZoneId zone;
  private final IndexTimeRules indexTime;
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
    this.times = TimeSettings.of(props, defaultZone, problems::add);
    this.zone = times.zoneId();
    SourceFormat.of(props, zone, problems::add);
    this.indexTime = new IndexTimeRules(props, transforms, problems::add);
    takeIndexedFields(props.settings().get("INDEXED_EXTRACTIONS"));
    each(props, "EXTRACT-", this::extract);
    each(props, "REPORT-", setting -> report(setting, transforms));
    takeAutomaticFields(props);
    each(props, "FIELDALIAS-", this::alias);
    each(props, "EVAL-", this::calculate);
    each(
        props,
        ConfSetting::isLookup,
        setting -> lookups.add(AutomaticLookup.parse(setting, tables)));
  }

  private void each(ConfStanza props, String prefix, Consumer<ConfSetting> use) {
    each(props, setting -> setting.key().startsWith(prefix), use);
  }

  private void each(ConfStanza props, Predicate<ConfSetting> isMeant, Consumer<ConfSetting> use) {
    for (ConfSetting setting : new TreeMap<>(props.settings()).values()) {
      if (isMeant.test(setting)) {
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

  private void takeIndexedFields(@Nullable ConfSetting setting) {
    if (setting != null && setting.value().equalsIgnoreCase("json")) {
      extractions.add(new ExtractionRule(AutomaticFields.indexedJson(), setting, null));
    }
  }

  private void takeAutomaticFields(ConfStanza props) {
    ConfSetting mode = props.settings().get("KV_MODE");
    attempt(
        () -> {
          Extraction automatic =
              AutomaticFields.of(
                  mode, props.isTrue("AUTO_KV_JSON", true), props.isTrue("KV_TRIM_SPACES", true));
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

  /** What is done to records before any search sees them. */
  public IndexTimeRules indexTime() {
    return indexTime;
  }

  TimestampRule timestampRule() {
    return times.rule();
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
   * The fields that are extracted from an event when a field is asked for: those that calculations,
   * aliases and lookups make it of. None for a field that no extraction can give.
   */
  public Set<String> extractedFor(String field) {
    Set<String> names = new TreeSet<>();
    lookups(field).forEach(lookup -> lookup.inputs().forEach(key -> addCalculated(key, names)));
    addCalculated(field, names);
    return names;
  }

  private void addCalculated(String field, Set<String> into) {
    Calculation calculation = calculations.get(field);
    if (calculation == null) {
      addAliased(field, into);
    } else {
      ExpressionFields.of(calculation.expression()).forEach(read -> addAliased(read, into));
    }
  }

  private void addAliased(String field, Set<String> into) {
    Alias alias = aliases.get(field);
    if (alias != null) {
      addExtracted(alias.source(), into);
    }
    if (alias == null || alias.isNew()) {
      addExtracted(field, into);
    }
  }

  private void addExtracted(String field, Set<String> into) {
    if (extractions.stream().anyMatch(each -> each.extraction().mayGive(field))
        && !FieldSlot.METADATA.contains(field)) {
      into.add(field);
    }
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
        || DateParts.NAMES.contains(field)
        || extractions.stream().anyMatch(each -> each.extraction().mayGive(field));
  }

  private Optional<Set<String>> extractedInRaw(String field, String literal) {
    if (FieldSlot.METADATA.contains(field)) {
      return field.equals(RegexExtraction.RAW) ? Optional.of(Set.of(literal)) : Optional.empty();
    }
    if (DateParts.NAMES.contains(field)) {
      return Optional.empty();
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
