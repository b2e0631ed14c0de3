package dev.highwater.engine.content;

import dev.highwater.engine.addon.ConfFile;
import dev.highwater.engine.addon.ConfSetting;
import dev.highwater.engine.addon.ConfStanza;
import dev.highwater.engine.schedule.CronSchedule;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.SourceSpan;
import dev.highwater.engine.time.RelativeTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a local savedsearches.conf says of the schedules of content: {@code cron_schedule}, {@code
 * dispatch.earliest_time}, {@code dispatch.latest_time}, {@code alert.suppress} with its fields,
 * period and group, {@code disabled} (S-1407). Immutable.
 */
public final class SearchOverrides {

  /** Nothing is said. */
  public static final SearchOverrides NONE = new SearchOverrides(Map.of());

  private static final String DEFAULT = "default";
  private static final String CRON = "cron_schedule";
  private static final String EARLIEST = "dispatch.earliest_time";
  private static final String LATEST = "dispatch.latest_time";
  private static final String DISABLED = "disabled";
  private static final String SUPPRESS = "alert.suppress";
  private static final String SUPPRESS_PERIOD = "alert.suppress.period";
  private static final String SUPPRESS_FIELDS = "alert.suppress.fields";
  private static final String SUPPRESS_GROUP = "alert.suppress.group_name";
  private static final Pattern PERIOD = Pattern.compile("([1-9][0-9]{0,8})([smhd])");

  private final Map<String, ConfStanza> stanzas;

  private SearchOverrides(Map<String, ConfStanza> stanzas) {
    this.stanzas = stanzas;
  }

  /**
   * Reads a file; what is wrong with its lines and with the settings that count here is told.
   *
   * @param file its name, for messages
   */
  public static SearchOverrides parse(String file, String text, Consumer<Diagnostic> problems) {
    Map<String, ConfStanza> stanzas = ConfFile.parse(file, text, problems);
    for (ConfStanza stanza : stanzas.values()) {
      check(stanza, CRON, CronSchedule::parse, problems);
      check(stanza, EARLIEST, RelativeTime::parse, problems);
      check(stanza, LATEST, RelativeTime::parse, problems);
      check(stanza, SUPPRESS_PERIOD, SearchOverrides::periodMillis, problems);
    }
    return new SearchOverrides(stanzas);
  }

  private static void check(
      ConfStanza stanza, String key, Consumer<String> reader, Consumer<Diagnostic> problems) {
    ConfSetting setting = stanza.settings().get(key);
    if (setting != null) {
      try {
        reader.accept(setting.value());
      } catch (IllegalArgumentException e) {
        SourceSpan span = new SourceSpan(setting.source(), 0, setting.value().length());
        problems.accept(Diagnostic.error(span, String.valueOf(e.getMessage())));
      }
    }
  }

  /** The schedule of a search, as the file changes it; what the file does not say stays. */
  public ScheduleItem applied(Detection search, ScheduleItem schedule) {
    ConfStanza stanza = stanzaOf(search);
    return new ScheduleItem(
        or(stanza.value(CRON), schedule.cron()),
        or(stanza.value(EARLIEST), schedule.earliest()),
        or(stanza.value(LATEST), schedule.latest()),
        schedule.zone(),
        schedule.firstScheduledMillis(),
        schedule.lastScheduledMillis(),
        throttling(stanza, schedule.throttling()));
  }

  /** Whether the file says that the search runs, or that it does not; null when it says neither. */
  public @Nullable Boolean isEnabled(Detection search) {
    ConfStanza stanza = stanzaOf(search);
    return stanza.value(DISABLED) == null ? null : !stanza.isTrue(DISABLED, false);
  }

  /** Names of stanzas that are no search of the content. */
  public Collection<String> unknown(ContentPack content) {
    TreeSet<String> names = new TreeSet<>(stanzas.keySet());
    names.remove(DEFAULT);
    Stream.concat(content.detections().stream(), content.baselines().stream())
        .forEach(
            search -> {
              names.remove(search.searchName());
              names.remove(search.name());
            });
    return names;
  }

  private ConfStanza stanzaOf(Detection search) {
    ConfStanza none = new ConfStanza(DEFAULT, Map.of());
    ConfStanza named = stanzas.getOrDefault(search.name(), none);
    return stanzas
        .getOrDefault(DEFAULT, none)
        .overlaidBy(stanzas.getOrDefault(search.searchName(), named));
  }

  private static @Nullable Throttling throttling(ConfStanza stanza, @Nullable Throttling before) {
    String period = stanza.value(SUPPRESS_PERIOD);
    boolean isOn = stanza.isTrue(SUPPRESS, before != null);
    if (!isOn || (before == null && period == null)) {
      return null;
    }
    String fields = stanza.value(SUPPRESS_FIELDS);
    List<String> usual = before == null ? List.of() : before.fields();
    return new Throttling(
        fields == null ? usual : words(fields),
        period == null && before != null ? before.periodMillis() : periodMillis(or(period, "")),
        or(stanza.value(SUPPRESS_GROUP), before == null ? "" : before.groupName()));
  }

  private static List<String> words(String fields) {
    return Stream.of(fields.split("[,\\s]+", -1)).filter(field -> !field.isEmpty()).toList();
  }

  private static String or(@Nullable String said, String otherwise) {
    return said == null ? otherwise : said;
  }

  private static long periodMillis(String text) {
    Matcher period = PERIOD.matcher(text.strip());
    if (!period.matches()) {
      throw new IllegalArgumentException(
          "Invalid period: '" + text + "' (must be a number and s, m, h or d, such as 24h)");
    }
    long number = Long.parseLong(period.group(1)) * 1000;
    return switch (period.group(2)) {
      case "s" -> number;
      case "m" -> number * 60;
      case "h" -> number * 3600;
      default -> number * 86_400;
    };
  }
}
