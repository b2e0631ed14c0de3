package dev.highwater.engine.detect;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.highwater.engine.content.ContentPack;
import dev.highwater.engine.content.ContentReader;
import dev.highwater.engine.content.ContentRevision;
import dev.highwater.engine.content.Detection;
import dev.highwater.engine.content.ScheduleItem;
import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.event.RawEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** What the tests with data from outside read: content, logs, expected rows. */
final class SharedData {

  private static final Path SHARED = Path.of(System.getProperty("highwater.shared", ""));
  private static final JsonFactory JSON = new JsonFactory();

  private SharedData() {}

  static Path path(String path) {
    return SHARED.resolve(path);
  }

  /** The security content of October 2024. */
  static ContentPack content() {
    return ContentReader.read(List.of(path("corpus/escu")));
  }

  /** The chosen detections, each run once over all time. */
  static DetectionSet allTime(ContentPack content, Predicate<Detection> choice) {
    DetectionPreparation preparation = new DetectionPreparation(content, ZoneOffset.UTC);
    long end = Instant.parse("2030-01-01T00:00:00Z").toEpochMilli();
    ContentRevision revision =
        preparation.revision(
            preparation.prepare(
                content.detections().stream().filter(choice).toList(),
                schedule -> ScheduleItem.allTime(end, ZoneOffset.UTC)));
    return DetectionSet.compile(revision, ZoneOffset.UTC);
  }

  /** The events of a file of raw-event lines. */
  static List<RawEvent> rawEvents(String path) {
    List<RawEvent> events = new ArrayList<>();
    Map<EventOrigin, EventOrigin> origins = new LinkedHashMap<>();
    eachLine(
        path,
        line -> {
          Map<String, Object> event = object(line);
          EventOrigin origin =
              new EventOrigin(
                  path, text(event, "host"), text(event, "source"), text(event, "sourcetype"), "");
          byte[] raw = text(event, "raw").getBytes(StandardCharsets.UTF_8);
          Object time = event.get("_time");
          long millis =
              time == null
                  ? RawEvent.NO_TIME
                  : Math.round(Double.parseDouble(time.toString()) * 1000);
          EventOrigin known = origins.computeIfAbsent(origin, same -> same);
          events.add(new RawEvent(known, events.size(), raw, 0, raw.length, millis));
        });
    return events;
  }

  /** The objects of a file of JSON lines: texts, lists and objects; other values as their text. */
  static List<Map<String, Object>> objects(String path) {
    List<Map<String, Object>> objects = new ArrayList<>();
    eachLine(path, line -> objects.add(object(line)));
    return objects;
  }

  static String text(Map<String, Object> object, String name) {
    return String.valueOf(object.getOrDefault(name, ""));
  }

  private static void eachLine(String path, Consumer<String> consumer) {
    try (InputStream in = Files.newInputStream(path(path));
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(
                    path.endsWith(".gz") ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        consumer.accept(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SuppressWarnings("unchecked") // a line is an object
  private static Map<String, Object> object(String line) {
    try (JsonParser parser = JSON.createParser(line)) {
      parser.nextToken();
      return (Map<String, Object>) value(parser);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Object value(JsonParser parser) throws IOException {
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      Map<String, Object> members = new LinkedHashMap<>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        parser.nextToken();
        put(members, name, parser);
      }
      return members;
    }
    if (parser.currentToken() == JsonToken.START_ARRAY) {
      List<Object> items = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        items.add(value(parser));
      }
      return items;
    }
    return parser.getText();
  }

  private static void put(Map<String, Object> members, String name, JsonParser parser)
      throws IOException {
    @Nullable Object value = parser.currentToken() == JsonToken.VALUE_NULL ? null : value(parser);
    if (value != null) {
      members.put(name, value);
    }
  }
}
