package dev.highwater.app.verify;

import dev.highwater.connectors.codec.JsonLine;
import dev.highwater.engine.content.Detection;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.json.Json;
import dev.highwater.engine.json.JsonReader;
import dev.highwater.engine.json.JsonWriter;
import dev.highwater.engine.verify.TestResult;
import dev.highwater.engine.verify.TestStatus;
import dev.highwater.engine.verify.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows that tests give, exactly and in order. Those of a detection stand in a file {@code
 * STEM.golden.json}, an object with an array of rows for each test, by the test's name; {@code
 * STEM} is the name of the detection's file.
 */
final class GoldenRows {

  private final @Nullable Path directory;

  /**
   * @param directory where the files are; null for the place of each detection's file
   */
  GoldenRows(@Nullable Path directory) {
    this.directory = directory;
  }

  /** The result; failed when its test passed and has golden rows that are others. */
  TestResult checked(TestResult result) {
    if (result.status() != TestStatus.PASSED) {
      return result;
    }
    Detection detection = result.test().detection();
    Path file = file(detection);
    try {
      checkOwn(file);
      if (!Files.isRegularFile(file)) {
        return result;
      }
      String difference = difference(result, JsonReader.read(Files.readString(file)));
      return difference.isEmpty()
          ? result
          : result.judged(new Verdict(TestStatus.FAILED, difference));
    } catch (IOException e) {
      String reason = "golden rows cannot be read: " + file + ": " + e.getMessage();
      return result.judged(new Verdict(TestStatus.ERROR, reason));
    }
  }

  /** Writes the rows of the tests that passed; rows of other tests stay. */
  void update(List<TestResult> results) throws IOException {
    Map<Path, Map<String, Json>> files = new LinkedHashMap<>();
    for (TestResult result : results) {
      if (result.status() == TestStatus.PASSED) {
        Path file = file(result.test().detection());
        checkOwn(file);
        Map<String, Json> rows = files.get(file);
        if (rows == null) {
          rows = rowsIn(file);
          files.put(file, rows);
        }
        rows.put(result.test().testCase().name(), new Json.Items(json(result.rows())));
      }
    }
    for (Map.Entry<Path, Map<String, Json>> each : files.entrySet()) {
      String text = JsonWriter.write(new Json.Members(each.getValue()));
      Files.writeString(each.getKey(), text + "\n");
    }
  }

  /** Content that others wrote must not have files elsewhere shown or overwritten (S-2090). */
  private static void checkOwn(Path file) throws IOException {
    if (Files.isSymbolicLink(file)) {
      throw new IOException(file + " is a link: golden rows must stand in the file itself");
    }
  }

  /** The rows by the names of tests that a file has; none when it is not there or no such file. */
  private static Map<String, Json> rowsIn(Path file) throws IOException {
    Json read = Files.isRegularFile(file) ? JsonReader.read(Files.readString(file)) : null;
    return new LinkedHashMap<>(read instanceof Json.Members tests ? tests.byName() : Map.of());
  }

  private Path file(Detection detection) {
    String name = detection.fileStem() + ".golden.json";
    Path own = Path.of(detection.search().locate(0).file());
    return directory == null ? own.resolveSibling(name) : directory.resolve(name);
  }

  /** What is unlike the golden rows, empty for nothing. */
  private static String difference(TestResult result, @Nullable Json golden) {
    if (!(golden instanceof Json.Members tests)) {
      return "its golden rows are no JSON object";
    }
    Json own = tests.byName().get(result.test().testCase().name());
    if (own == null) {
      return "";
    }
    if (!(own instanceof Json.Items rows)) {
      return "its golden rows are no JSON array";
    }
    List<Json> found = json(result.rows());
    for (int i = 0; i < Math.min(found.size(), rows.list().size()); i++) {
      if (!found.get(i).equals(rows.list().get(i))) {
        return "row "
            + (i + 1)
            + " is not the golden one: "
            + field(found.get(i), rows.list().get(i));
      }
    }
    return found.size() == rows.list().size()
        ? ""
        : found.size() + " rows, and " + rows.list().size() + " golden ones";
  }

  private static List<Json> json(List<Row> rows) {
    List<Json> all = new ArrayList<>();
    for (Row row : rows) {
      byte[] line = JsonLine.of(json -> json.fields(row));
      Json read = JsonReader.read(new String(line, StandardCharsets.UTF_8));
      all.add(read == null ? new Json.Null() : read);
    }
    return all;
  }

  /** The first field that differs, with both values. */
  private static String field(Json found, Json golden) {
    if (!(found instanceof Json.Members own) || !(golden instanceof Json.Members other)) {
      return "it is no object";
    }
    Map<String, Json> all = new LinkedHashMap<>(own.byName());
    other.byName().forEach(all::putIfAbsent);
    for (String name : all.keySet()) {
      String is = text(own.byName().get(name));
      String was = text(other.byName().get(name));
      if (!is.equals(was)) {
        return name + " is " + is + ", not " + was;
      }
    }
    return "its values are of other kinds";
  }

  private static String text(@Nullable Json value) {
    return value == null ? "missing" : "'" + value.fieldText() + "'";
  }
}
