package dev.highwater.engine.content;

import dev.highwater.engine.addon.ConfFile;
import dev.highwater.engine.addon.ConfSetting;
import dev.highwater.engine.addon.ConfStanza;
import dev.highwater.engine.json.Json;
import dev.highwater.engine.risk.Annotations;
import dev.highwater.engine.risk.RiskConfiguration;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.SourceSpan;
import dev.highwater.engine.spl.SplException;
import dev.highwater.engine.spl.SplSource;
import dev.highwater.engine.spl.SplSources;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the detections of a savedsearches.conf as the build writes it: stanzas {@code [ESCU - X -
 * Rule]} (S-670..S-674). Other stanzas are no detections.
 */
final class SavedSearchReader {

  private static final Pattern RULE = Pattern.compile("(\\S.*?) - (.+) - Rule");
  private static final Pattern PERIOD = Pattern.compile("([0-9]{1,9})([smhd])");

  private final String file;
  private final String text;
  private final List<Diagnostic> problems = new ArrayList<>();
  private final List<Detection> detections = new ArrayList<>();

  SavedSearchReader(String file, String text) {
    this.file = file;
    this.text = text;
  }

  /** The detections and what is wrong with those that are not among them. */
  FolderContent read() {
    try {
      for (ConfStanza stanza : ConfFile.parse(file, text).values()) {
        Matcher rule = RULE.matcher(stanza.name());
        if (rule.matches()) {
          add(stanza, String.valueOf(rule.group(1)), String.valueOf(rule.group(2)));
        }
      }
    } catch (SplException e) {
      problems.add(e.diagnostic());
    }
    return FolderContent.ofDetections(detections, problems);
  }

  private void add(ConfStanza stanza, String app, String name) {
    ConfSetting search = stanza.settings().get("search");
    if (search == null) {
      problem(stanza, "has no search");
      return;
    }
    SavedSearchActions actions = new SavedSearchActions(stanza);
    Deployment deployment = actions.deployment(name, file);
    Map<String, List<String>> annotations = actions.annotations();
    Json.Members metadata = actions.metadata();
    RiskConfiguration risk = actions.risk();
    List<Drilldown> drilldowns = actions.drilldowns();
    problems.addAll(actions.problems());
    if (deployment == null || !actions.problems().isEmpty()) {
      return;
    }
    detections.add(
        new Detection(
            SavedSearchActions.text(metadata, "detection_id", stanza.name()),
            name,
            actions.version(),
            "true".equals(SavedSearchActions.text(metadata, "deprecated", ""))
                ? "deprecated"
                : "production",
            deployment.type(),
            Objects.requireNonNullElse(stanza.value("description"), ""),
            search.source(),
            annotations.getOrDefault("data_source", List.of()),
            file,
            app,
            annotations.getOrDefault(Annotations.STORIES, List.of()),
            annotations.getOrDefault(Annotations.TECHNIQUES, List.of()),
            Objects.requireNonNullElse(stanza.value("action.notable.param.security_domain"), ""),
            "",
            annotations.getOrDefault("cve", List.of()),
            risk,
            "",
            drilldowns,
            List.of(),
            List.of(),
            throttling(stanza),
            deployment));
  }

  private static @Nullable Throttling throttling(ConfStanza stanza) {
    List<String> fields = SavedSearchActions.listed(stanza.value("alert.suppress.fields"));
    String period = Objects.requireNonNullElse(stanza.value("alert.suppress.period"), "");
    Matcher matcher = PERIOD.matcher(period);
    boolean isOn = SavedSearchActions.isTrue(stanza.value("alert.suppress"));
    if (!isOn || fields.isEmpty() || !matcher.matches()) {
      return null;
    }
    long unit =
        switch (String.valueOf(matcher.group(2))) {
          case "s" -> 1000L;
          case "m" -> 60_000L;
          case "h" -> 3_600_000L;
          default -> 86_400_000L;
        };
    long millis = Long.parseLong(matcher.group(1)) * unit;
    return millis == 0 ? null : new Throttling(fields, millis);
  }

  private void problem(ConfStanza stanza, String message) {
    SplSource whole = SplSources.of(file, text);
    int at = Math.max(0, text.indexOf("[" + stanza.name() + "]"));
    problems.add(
        Diagnostic.error(new SourceSpan(whole, at, at), "[" + stanza.name() + "] " + message));
  }
}
