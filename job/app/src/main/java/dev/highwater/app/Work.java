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
import java.io.IOException;

/**
 * What the commands do once their options are known to be right.
 *
 * <p>Each method prints its results and its errors itself. Bad content, missing files and a failed
 * job are {@link ExitCode#FAILED}, not exceptions; an exception is a fault of the program.
 */
public interface Work {
  /** Runs detections over recorded data and writes what they find. */
  ExitCode replay(ReplayOptions options, Console console) throws IOException, InterruptedException;

  /** Runs detections over topics until they are ended, or hands them to a cluster. */
  ExitCode live(LiveOptions options, Console console) throws IOException, InterruptedException;

  /** Gives content to running jobs. */
  ExitCode publish(PublishOptions options, Console console) throws IOException;

  /** Sends recorded data as if it came live. */
  ExitCode feed(FeedOptions options, Console console) throws IOException, InterruptedException;

  /** Runs ad-hoc searches and prints their rows. */
  ExitCode search(SearchOptions options, Console console) throws IOException, InterruptedException;

  /** Compares the runs of schedules over events that came at known times with complete ones. */
  ExitCode schedule(ScheduleOptions options, Console console) throws IOException;

  /** Prints the plan of a detection's search. */
  ExitCode explain(DetectionOptions options, Console console);

  /** Prints the detections of the content. */
  ExitCode list(ListOptions options, Console console);

  /** Prints a detection's expanded SPL, schedule, risk, sources and tests. */
  ExitCode show(DetectionOptions options, Console console);

  /** Prints what searches see of events. */
  ExitCode fields(FieldsOptions options, Console console) throws IOException;

  /** Reads searches from files and prints what is wrong with them. */
  ExitCode lint(LintOptions options, Console console) throws IOException;

  /** Checks the files of content and prints what is wrong with them. */
  ExitCode validate(ValidateOptions options, Console console) throws IOException;

  /** Runs the tests that detections declare and writes reports. */
  ExitCode test(TestOptions options, Console console) throws IOException, InterruptedException;

  /** Prints where a detection loses the events of logs. */
  ExitCode why(WhyOptions options, Console console) throws IOException;
}
