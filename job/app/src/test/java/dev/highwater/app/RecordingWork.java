package dev.highwater.app;

import dev.highwater.app.options.DetectionOptions;
import dev.highwater.app.options.FeedOptions;
import dev.highwater.app.options.FieldsOptions;
import dev.highwater.app.options.LintOptions;
import dev.highwater.app.options.ListOptions;
import dev.highwater.app.options.LiveOptions;
import dev.highwater.app.options.PublishOptions;
import dev.highwater.app.options.ReplayOptions;
import dev.highwater.app.options.ScheduleOptions;
import dev.highwater.app.options.SearchOptions;
import dev.highwater.app.options.TestOptions;
import dev.highwater.app.options.ValidateOptions;
import dev.highwater.app.options.WhyOptions;
import dev.highwater.app.terminal.Console;
import java.util.ArrayList;
import java.util.List;

/** Work that only keeps what it was asked for. */
final class RecordingWork implements Work {
  final List<Object> asked = new ArrayList<>();
  final List<Boolean> interactive = new ArrayList<>();
  ExitCode answer = ExitCode.DONE;

  @Override
  public ExitCode replay(ReplayOptions options, Console console) {
    interactive.add(console.interactive());
    return keep(options);
  }

  @Override
  public ExitCode search(SearchOptions options, Console console) {
    interactive.add(console.interactive());
    return keep(options);
  }

  @Override
  public ExitCode publish(PublishOptions options, Console console) {
    return keep(options);
  }

  @Override
  public ExitCode feed(FeedOptions options, Console console) {
    return keep(options);
  }

  @Override
  public ExitCode live(LiveOptions options, Console console) {
    return keep(options);
  }

  @Override
  public ExitCode schedule(ScheduleOptions options, Console console) {
    return keep(options);
  }

  @Override
  public ExitCode explain(DetectionOptions options, Console console) {
    return keep(options);
  }

  @Override
  public ExitCode list(ListOptions options, Console console) {
    return keep(options);
  }

  @Override
  public ExitCode show(DetectionOptions options, Console console) {
    return keep(options);
  }

  @Override
  public ExitCode fields(FieldsOptions options, Console console) {
    return keep(options);
  }

  @Override
  public ExitCode lint(LintOptions options, Console console) {
    return keep(options);
  }

  @Override
  public ExitCode validate(ValidateOptions options, Console console) {
    return keep(options);
  }

  private ExitCode keep(Object options) {
    asked.add(options);
    return answer;
  }

  @Override
  public ExitCode test(TestOptions options, Console console) {
    return keep(options);
  }

  @Override
  public ExitCode why(WhyOptions options, Console console) {
    return keep(options);
  }
}
