package dev.highwater.engine.command;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.event.TimeFormat;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.RowSink;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.SearchCommand;
import dev.highwater.engine.plan.SourceStage;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.SourceSpan;
import dev.highwater.engine.spl.SplException;
import dev.highwater.engine.spl.Word;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code gentimes start=4/4/21 [end=] [increment=1d]}: a row for each range of time in between.
 * Rule S-1093.
 */
public final class GenTimes implements SearchCommand {

  private static final List<String> OPTIONS = List.of("end", "increment", "start");
  private static final Pattern DATE =
      Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4}|\\d{2})(?::(\\d{1,2}):(\\d{2}):(\\d{2}))?");
  private static final Pattern DAYS = Pattern.compile("[-+]?\\d{1,5}");
  private static final Pattern INCREMENT = Pattern.compile("(\\d{1,6})([smhd])");
  private static final TimeFormat HUMAN = TimeFormat.of("%a %b %e %H:%M:%S %Y");

  @Override
  public String name() {
    return "gentimes";
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    SourceSpan place = arguments.here();
    CommandOptions options = new CommandOptions(arguments, name(), OPTIONS, List.of());
    options.read();
    arguments.expectEnd();
    if (!context.isFirst()) {
      throw arguments.error(place, "gentimes makes rows: it must stand at the start of a search");
    }
    Word start = options.word("start");
    if (start == null) {
      throw fault(place, "gentimes needs start=");
    }
    return List.of(
        new GenTimesStage(
            bound(start), bound(options.word("end")), increment(options.word("increment"))));
  }

  private static String bound(@Nullable Word word) {
    if (word == null) {
      return "0";
    }
    boolean isDays = DAYS.matcher(word.text()).matches();
    if (!isDays && date(word.text()) == null) {
      throw fault(word.span(), "'" + word.text() + "' is no number of days and no MM/DD/YYYY");
    }
    return word.text();
  }

  private static @Nullable LocalDateTime date(String text) {
    Matcher parts = DATE.matcher(text);
    if (!parts.matches()) {
      return null;
    }
    int year = Integer.parseInt(parts.group(3));
    try {
      return LocalDateTime.of(
          year < 100 ? 2000 + year : year,
          Integer.parseInt(parts.group(1)),
          Integer.parseInt(parts.group(2)),
          number(parts.group(4)),
          number(parts.group(5)),
          number(parts.group(6)));
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  private static String increment(@Nullable Word word) {
    if (word == null) {
      return "1d";
    }
    Matcher parts = INCREMENT.matcher(word.text());
    if (!parts.matches() || Integer.parseInt(parts.group(1)) == 0) {
      throw fault(word.span(), "'" + word.text() + "' is no increment, such as 1d, 4h, 30m or 10s");
    }
    return word.text();
  }

  private static SplException fault(SourceSpan place, String message) {
    return new SplException(Diagnostic.error(place, message).withRule("S-1093"));
  }

  /**
   * The ranges, as they were written.
   *
   * @param start a date, or a number of days from the midnight before the run
   * @param end likewise
   */
  private record GenTimesStage(String start, String end, String increment) implements SourceStage {

    private static final int MOST_ROWS = 100_000;

    @Override
    public void generate(RowSink out, RunContext run) {
      ZonedDateTime from = time(start, run);
      ZonedDateTime to = time(end, run);
      for (int i = 0; i < MOST_ROWS && from.isBefore(to); i++) {
        ZonedDateTime next = next(from);
        ZonedDateTime last = next.minusSeconds(1);
        out.accept(
            new Row()
                .set("endhuman", human(last))
                .set("endtime", FieldValue.of((double) last.toEpochSecond()))
                .set("starthuman", human(from))
                .set("starttime", FieldValue.of((double) from.toEpochSecond())));
        from = next;
      }
      if (from.isBefore(to)) {
        run.resources().note("gentimes: ranges left out, there are over " + MOST_ROWS);
      }
      out.finish();
    }

    private static FieldValue human(ZonedDateTime time) {
      return FieldValue.of(HUMAN.format(time.toInstant(), time.getZone()).replace("  ", " "));
    }

    private static ZonedDateTime time(String text, RunContext run) {
      LocalDateTime date = date(text);
      return date != null
          ? date.atZone(run.zone())
          : Instant.ofEpochMilli(run.nowMillis())
              .atZone(run.zone())
              .toLocalDate()
              .plusDays(Integer.parseInt(text))
              .atStartOfDay(run.zone());
    }

    private ZonedDateTime next(ZonedDateTime time) {
      int count = Integer.parseInt(increment.substring(0, increment.length() - 1));
      return switch (increment.charAt(increment.length() - 1)) {
        case 's' -> time.plusSeconds(count);
        case 'm' -> time.plusMinutes(count);
        case 'h' -> time.plusHours(count);
        default -> time.plusDays(count);
      };
    }

    @Override
    public FieldSet reads(FieldSet wanted) {
      return FieldSet.NONE;
    }

    @Override
    public @Nullable String carries(String name) {
      return null;
    }

    @Override
    public String describe() {
      return "gentimes start=" + start + " end=" + end + " increment=" + increment;
    }
  }
}
