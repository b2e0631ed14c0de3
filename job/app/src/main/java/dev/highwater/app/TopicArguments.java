package dev.highwater.app;

import dev.highwater.app.options.BackfillOptions;
import dev.highwater.connectors.file.OriginSettings;
import dev.highwater.connectors.kafka.RecordForm;
import dev.highwater.connectors.kafka.StartPoint;
import dev.highwater.connectors.kafka.TopicChoice;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which topics are read, from where on, and what their records are. */
final class TopicArguments {

  @Option(
      names = "--topic",
      paramLabel = "NAME",
      split = ",",
      description = "A topic to read; may be repeated.")
  private List<String> topics = List.of();

  @Option(
      names = "--topic-pattern",
      paramLabel = "REGEX",
      description = "In place of --topic: all topics whose whole name fits, those to come, too.")
  private @Nullable String pattern;

  @Option(
      names = "--start",
      paramLabel = "WHERE",
      description =
          "Where a topic is begun: earliest, latest, committed (by the group, else earliest) or a"
              + " time. Default: committed, with --backfill an hour before the hand-over.")
  private @Nullable String start;

  @Option(
      names = "--record-format",
      paramLabel = "F",
      description =
          "What records are: raw (the event; headers sourcetype, source, host, index, time), auto"
              + " (headers around what a file of the sourcetype holds: several events, rows, JSON"
              + " values), hec (envelopes), raw-events, or mapped by --map. Default: raw.")
  private @Nullable RecordForm form;

  @Option(
      names = "--map",
      paramLabel = "FILE",
      description =
          "Where in JSON records the event is, and what is said of it; deploy/maps has those of"
              + " Vector, Fluent Bit, Logstash and Cribl.")
  private @Nullable Path map;

  @Option(
      names = "--sourcetype",
      paramLabel = "S",
      description = "Sourcetype of events that do not say theirs.")
  private @Nullable String sourcetype;

  @Option(
      names = "--source",
      paramLabel = "S",
      description = "Source of events that do not say theirs. Default: the topic.")
  private @Nullable String source;

  @Option(
      names = "--host",
      paramLabel = "H",
      description = "Host of events that do not say theirs.")
  private @Nullable String host;

  @Option(
      names = "--index",
      paramLabel = "I",
      description = "Index of events that do not say theirs. Default: main.")
  private @Nullable String index;

  TopicChoice topics(ArgumentFaults faults) {
    if (topics.isEmpty() == (pattern == null)) {
      faults.add("Say which topics are read: --topic or --topic-pattern");
      return new TopicChoice(List.of("none"), null);
    }
    try {
      return new TopicChoice(topics, pattern == null ? null : Pattern.compile(pattern));
    } catch (PatternSyntaxException fault) {
      faults.add("--topic-pattern: " + fault.getDescription());
      return new TopicChoice(List.of("none"), null);
    }
  }

  /**
   * Where reading begins.
   *
   * @param backfill what is read before; null for nothing
   */
  StartPoint start(ArgumentFaults faults, ZoneId zone, @Nullable BackfillOptions backfill) {
    if (start == null) {
      return backfill == null
          ? StartPoint.COMMITTED
          : StartPoint.behindArchive(backfill.handOver().toEpochMilli());
    }
    return switch (start.toLowerCase(Locale.ROOT)) {
      case "earliest" -> StartPoint.EARLIEST;
      case "latest" -> StartPoint.LATEST;
      case "committed" -> StartPoint.COMMITTED;
      default -> {
        Instant time = faults.time("--start", start, zone);
        yield time == null ? StartPoint.EARLIEST : StartPoint.at(time.toEpochMilli());
      }
    };
  }

  RecordForm form() {
    return Objects.requireNonNullElse(form, map == null ? RecordForm.RAW : RecordForm.MAPPED);
  }

  @Nullable Path map() {
    return map;
  }

  OriginSettings origin() {
    return new OriginSettings(host, source, sourcetype, index);
  }
}
