package dev.highwater.app.search;

import dev.highwater.app.catalog.Apps;
import dev.highwater.app.options.SearchOptions;
import dev.highwater.app.replay.InputTimes;
import dev.highwater.connectors.file.InputFile;
import dev.highwater.engine.content.ScheduleItem;
import dev.highwater.engine.event.Row;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * When searches run, which is their {@code now()}: as they are told, else in the first second
 * behind what they search, else by the clock.
 */
final class SearchTimes {

  private final SearchOptions options;
  private final List<InputFile> inputs;
  private @Nullable Instant behindInputs;

  SearchTimes(SearchOptions options, List<InputFile> inputs) {
    this.options = options;
    this.inputs = inputs;
  }

  /**
   * The run of a search over the events of the inputs.
   *
   * @param zone null for that of the options; so is {@code now}
   */
  ScheduleItem overEvents(@Nullable ZoneId zone, @Nullable Instant now) throws IOException {
    Instant chosen = now == null ? options.content().now() : now;
    return run(chosen == null ? behindInputs() : chosen, zone);
  }

  /** The run of a search over rows. */
  ScheduleItem overRows(List<Row> rows, @Nullable ZoneId zone, @Nullable Instant now) {
    Instant chosen = now == null ? options.content().now() : now;
    return run(chosen == null ? instant(RowTimes.nextSecond(rows)) : chosen, zone);
  }

  private ScheduleItem run(Instant now, @Nullable ZoneId zone) {
    return ScheduleItem.once(
        now.toEpochMilli(),
        options.earliest(),
        options.latest(),
        zone == null ? options.content().zone() : zone);
  }

  private Instant behindInputs() throws IOException {
    Instant known = behindInputs;
    if (known == null) {
      known = instant(InputTimes.nextSecond(inputs, Apps.forReading(options.content())));
      behindInputs = known;
    }
    return known;
  }

  private static Instant instant(OptionalLong millis) {
    return millis.isPresent()
        ? Instant.ofEpochMilli(millis.getAsLong())
        : Instant.now().truncatedTo(ChronoUnit.SECONDS);
  }
}
