package dev.highwater.app.search;

import dev.highwater.app.options.TimeArgument;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.json.Json;
import dev.highwater.engine.json.JsonReader;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.Location;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of a file of searches.
 *
 * @param number from 1
 * @param id a text or a number as it stands there; the line's place where there is none
 * @param spl empty where there is none
 * @param rows null where the search reads the events of the input
 * @param zone null for that of the options; so is {@code now}
 * @param faults why it is no search that can be run
 */
record JobLine(
    int number,
    Json id,
    String spl,
    @Nullable List<Row> rows,
    @Nullable ZoneId zone,
    @Nullable Instant now,
    List<Diagnostic> faults) {

  /** The id as messages have it. */
  String name() {
    return String.valueOf(id.fieldText());
  }

  /** Reads a line; what is wrong with it is in the result. */
  static JobLine read(String file, int number, String line, ZoneId defaultZone) {
    return new Reading(file, number, line).read(defaultZone);
  }

  private static final class Reading {
    private static final String EXPECTED = "expected {\"id\": ..., \"spl\": ...}";

    private final String file;
    private final int number;
    private final String line;
    private final List<Diagnostic> faults = new ArrayList<>();

    Reading(String file, int number, String line) {
      this.file = file;
      this.number = number;
      this.line = line;
    }

    JobLine read(ZoneId defaultZone) {
      Json place = new Json.Text(file + ":" + number);
      if (!(JsonReader.read(line) instanceof Json.Members job)) {
        report(EXPECTED);
        return new JobLine(number, place, "", null, null, null, faults);
      }
      Json id = job.byName().getOrDefault("id", place);
      if (!(id instanceof Json.Text || id instanceof Json.Numeral)) {
        report("the id is neither a text nor a number");
        id = place;
      }
      String spl = spl(job);
      List<Row> rows = rows(job);
      ZoneId zone = zone(job);
      Instant now = now(job, zone == null ? defaultZone : zone);
      return new JobLine(number, id, spl, rows, zone, now, faults);
    }

    private String spl(Json.Members job) {
      if (job.byName().get("spl") instanceof Json.Text text) {
        return text.text();
      }
      report(EXPECTED);
      return "";
    }

    private @Nullable List<Row> rows(Json.Members job) {
      Json rows = job.byName().get("rows");
      if (rows == null || rows instanceof Json.Null) {
        return null;
      }
      List<Row> read = new ArrayList<>();
      if (rows instanceof Json.Items items) {
        for (Json item : items.list()) {
          if (item instanceof Json.Members row) {
            read.add(JsonRow.of(row));
          }
        }
        if (read.size() == items.list().size()) {
          return read;
        }
      }
      report("rows is no list of objects");
      return read;
    }

    private @Nullable ZoneId zone(Json.Members job) {
      Json zone = job.byName().get("tz");
      if (zone == null || zone instanceof Json.Null) {
        return null;
      }
      try {
        return ZoneId.of(String.valueOf(zone.fieldText()));
      } catch (DateTimeException e) {
        report("tz is no time zone: '" + zone.fieldText() + "' (must be like Europe/Berlin)");
        return null;
      }
    }

    private @Nullable Instant now(Json.Members job, ZoneId zone) {
      Json now = job.byName().get("now");
      if (now == null || now instanceof Json.Null) {
        return null;
      }
      String text =
          now instanceof Json.Numeral seconds
              ? new BigDecimal(seconds.text()).toPlainString()
              : String.valueOf(now.fieldText());
      try {
        return TimeArgument.parse(text, zone);
      } catch (IllegalArgumentException e) {
        report("now: " + e.getMessage());
        return null;
      }
    }

    private void report(String message) {
      Location place = new Location(file, number, 1, line, List.of());
      faults.add(new Diagnostic(Diagnostic.Severity.ERROR, null, place, message, null));
    }
  }
}
