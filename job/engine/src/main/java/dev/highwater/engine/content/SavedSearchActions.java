package dev.highwater.engine.content;

import dev.highwater.engine.addon.ConfSetting;
import dev.highwater.engine.addon.ConfStanza;
import dev.highwater.engine.json.Json;
import dev.highwater.engine.json.JsonReader;
import dev.highwater.engine.risk.RiskConfiguration;
import dev.highwater.engine.risk.RiskObject;
import dev.highwater.engine.risk.RiskObjectType;
import dev.highwater.engine.risk.ThreatObject;
import dev.highwater.engine.schedule.CronSchedule;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.SourceSpan;
import dev.highwater.engine.spl.SplSources;
import dev.highwater.engine.time.RelativeTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a stanza of savedsearches.conf says of its schedule and its actions (S-671..S-674). */
final class SavedSearchActions {

  private static final Json.Members NOTHING = new Json.Members(Map.of());
  private static final Set<String> TRUE = Set.of("1", "true", "t", "yes", "y");

  private final ConfStanza stanza;
  private final List<Diagnostic> problems = new ArrayList<>();

  SavedSearchActions(ConfStanza stanza) {
    this.stanza = stanza;
  }

  List<Diagnostic> problems() {
    return problems;
  }

  static boolean isTrue(@Nullable String value) {
    return value != null && TRUE.contains(value.toLowerCase(Locale.ROOT));
  }

  /** The items between commas. */
  static List<String> listed(@Nullable String value) {
    return value == null
        ? List.of()
        : Arrays.stream(value.split(",", -1))
            .map(String::strip)
            .filter(item -> !item.isEmpty())
            .toList();
  }

  static String text(Json.Members members, String name, String otherwise) {
    Json value = members.byName().get(name);
    String text = value == null ? null : value.fieldText();
    return text == null ? otherwise : text;
  }

  /** When it runs and what it raises; {@code null} with a problem. */
  @Nullable Deployment deployment(String name, String file) {
    CronSchedule cron = parsed("cron_schedule", CronSchedule::parse);
    RelativeTime earliest = parsed("dispatch.earliest_time", RelativeTime::parse);
    RelativeTime latest = parsed("dispatch.latest_time", RelativeTime::parse);
    if (cron == null || earliest == null || latest == null) {
      return null;
    }
    boolean isNotable = isTrue(stanza.value("action.notable"));
    return new Deployment(
        name,
        type(),
        cron,
        earliest,
        latest,
        value("schedule_window", "auto"),
        isTrue(stanza.value("action.risk")),
        isNotable
            ? new Deployment.Notable(
                value("action.notable.param.rule_title", "%name%"),
                value("action.notable.param.rule_description", "%description%"),
                listed(stanza.value("action.notable.param.nes_fields")))
            : null,
        file);
  }

  private String value(String key, String otherwise) {
    return Objects.requireNonNullElse(stanza.value(key), otherwise);
  }

  private <T> @Nullable T parsed(String key, Function<String, T> parser) {
    ConfSetting setting = stanza.settings().get(key);
    if (setting == null) {
      ConfSetting any = stanza.settings().values().iterator().next();
      problem(any, "'" + key + "' is missing in [" + stanza.name() + "]");
      return null;
    }
    try {
      return parser.apply(setting.value());
    } catch (IllegalArgumentException e) {
      problem(setting, String.valueOf(e.getMessage()));
      return null;
    }
  }

  /** The annotations by framework; a single text is a list of one. */
  Map<String, List<String>> annotations() {
    Map<String, List<String>> annotations = new LinkedHashMap<>();
    members("action.correlationsearch.annotations")
        .byName()
        .forEach(
            (framework, value) -> {
              List<Json> values = value instanceof Json.Items items ? items.list() : List.of(value);
              annotations.put(
                  framework,
                  values.stream().map(Json::fieldText).filter(Objects::nonNull).toList());
            });
    annotations.values().removeIf(List::isEmpty);
    return annotations;
  }

  Json.Members metadata() {
    return members("action.correlationsearch.metadata");
  }

  int version() {
    String version = text(metadata(), "detection_version", "1");
    return version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : 1;
  }

  /** Risk objects and threat objects, which stand in one list (S-672). */
  RiskConfiguration risk() {
    String message = value("action.risk.param._risk_message", "");
    List<RiskObject> objects = new ArrayList<>();
    List<ThreatObject> threats = new ArrayList<>();
    for (Json.Members each : list("action.risk.param._risk")) {
      String field = text(each, "risk_object_field", "");
      if (field.isEmpty()) {
        threats.add(
            new ThreatObject(
                text(each, "threat_object_field", ""), text(each, "threat_object_type", "")));
      } else {
        RiskObject object = object(each, field, message);
        if (object != null) {
          objects.add(object);
        }
      }
    }
    return new RiskConfiguration(
        message, OptionalInt.empty(), OptionalInt.empty(), objects, threats);
  }

  private @Nullable RiskObject object(Json.Members entry, String field, String message) {
    String typeText = text(entry, "risk_object_type", "");
    RiskObjectType type = RiskObjectType.spelled(typeText);
    String score = text(entry, "risk_score", "");
    ConfSetting setting = Objects.requireNonNull(stanza.settings().get("action.risk.param._risk"));
    if (type == null) {
      problem(setting, "'risk_object_type' must be system, user or other, not '" + typeText + "'");
    } else if (!score.matches("[0-9]{1,3}(\\.0*)?") || !isScore(Double.parseDouble(score))) {
      problem(setting, "'risk_score' must be " + leastScore() + " to 100, not '" + score + "'");
    } else {
      return new RiskObject(field, type, (int) Double.parseDouble(score), message);
    }
    return null;
  }

  private boolean isScore(double score) {
    return score >= leastScore() && score <= 100;
  }

  /** Correlations raise no risk (S-1906). */
  private int leastScore() {
    return type().equals("Correlation") ? 0 : 1;
  }

  private String type() {
    return annotations().getOrDefault("type", List.of("TTP")).get(0);
  }

  List<Drilldown> drilldowns() {
    List<Drilldown> drilldowns = new ArrayList<>();
    for (Json.Members each : list("action.notable.param.drilldown_searches")) {
      drilldowns.add(
          new Drilldown(
              text(each, "name", ""),
              SplSources.of("<drilldown of " + stanza.name() + ">", text(each, "search", "")),
              text(each, "earliest_offset", ""),
              text(each, "latest_offset", "")));
    }
    return drilldowns;
  }

  private Json.Members members(String key) {
    return json(key) instanceof Json.Members members ? members : NOTHING;
  }

  private List<Json.Members> list(String key) {
    return json(key) instanceof Json.Items items
        ? items.list().stream()
            .filter(Json.Members.class::isInstance)
            .map(Json.Members.class::cast)
            .toList()
        : List.of();
  }

  private @Nullable Json json(String key) {
    ConfSetting setting = stanza.settings().get(key);
    if (setting == null || setting.value().isBlank()) {
      return null;
    }
    Json json = JsonReader.read(setting.value());
    if (json == null) {
      problem(setting, "'" + key + "' is not JSON");
    }
    return json;
  }

  private void problem(ConfSetting setting, String message) {
    SourceSpan place = new SourceSpan(setting.source(), 0, setting.source().text().length());
    Diagnostic problem = Diagnostic.error(place, message);
    if (problems.stream().noneMatch(each -> each.message().equals(message))) {
      problems.add(problem);
    }
  }
}
