package dev.highwater.app;

import dev.highwater.app.catalog.Catalog;
import dev.highwater.app.feed.Feed;
import dev.highwater.app.fields.Fields;
import dev.highwater.app.lint.Lint;
import dev.highwater.app.lint.Validation;
import dev.highwater.app.live.LiveRun;
import dev.highwater.app.live.Publication;
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
import dev.highwater.app.replay.EmbeddedReplay;
import dev.highwater.app.schedule.ScheduleStudy;
import dev.highwater.app.search.EmbeddedSearch;
import dev.highwater.app.terminal.Console;
import dev.highwater.app.verify.TestRun;
import dev.highwater.app.verify.Why;
import java.io.IOException;

/** The work, done in this process. */
final class EmbeddedWork implements Work {
  @Override
  public ExitCode replay(ReplayOptions options, Console console)
      throws IOException, InterruptedException {
    return new EmbeddedReplay(options, console).run();
  }

  @Override
  public ExitCode live(LiveOptions options, Console console)
      throws IOException, InterruptedException {
    return new LiveRun(options, console).run();
  }

  @Override
  public ExitCode publish(PublishOptions options, Console console) throws IOException {
    return new Publication(options, console).run();
  }

  @Override
  public ExitCode feed(FeedOptions options, Console console)
      throws IOException, InterruptedException {
    return new Feed(options, console).run();
  }

  @Override
  public ExitCode search(SearchOptions options, Console console)
      throws IOException, InterruptedException {
    return new EmbeddedSearch(options, console).run();
  }

  @Override
  public ExitCode schedule(ScheduleOptions options, Console console) throws IOException {
    return new ScheduleStudy(options, console).run();
  }

  @Override
  public ExitCode explain(DetectionOptions options, Console console) {
    return Catalog.explain(options, console);
  }

  @Override
  public ExitCode list(ListOptions options, Console console) {
    return Catalog.list(options, console);
  }

  @Override
  public ExitCode show(DetectionOptions options, Console console) {
    return Catalog.show(options, console);
  }

  @Override
  public ExitCode fields(FieldsOptions options, Console console) throws IOException {
    return Fields.print(options, console);
  }

  @Override
  public ExitCode lint(LintOptions options, Console console) throws IOException {
    return new Lint(options, console).run();
  }

  @Override
  public ExitCode validate(ValidateOptions options, Console console) throws IOException {
    return new Validation(options, console).run();
  }

  @Override
  public ExitCode test(TestOptions options, Console console)
      throws IOException, InterruptedException {
    return new TestRun(options, console).run();
  }

  @Override
  public ExitCode why(WhyOptions options, Console console) throws IOException {
    return Why.print(options, console);
  }
}
