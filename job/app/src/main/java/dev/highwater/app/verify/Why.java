package dev.highwater.app.verify;

import dev.highwater.app.ExitCode;
import dev.highwater.app.catalog.ContentLoading;
import dev.highwater.app.catalog.LoadedContent;
import dev.highwater.app.options.OutputFormat;
import dev.highwater.app.options.WhyOptions;
import dev.highwater.app.replay.ReplayInputs;
import dev.highwater.app.terminal.Console;
import dev.highwater.connectors.codec.JsonLine;
import dev.highwater.engine.content.Detection;
import dev.highwater.engine.verify.DetectionFunnel;
import dev.highwater.engine.verify.TestLog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Prints where detections lose the events of some inputs. */
public final class Why {

  private Why() {}

  /** Prints it for each detection that is meant; a failure when one of them is refused. */
  public static ExitCode print(WhyOptions options, Console console) throws IOException {
    Optional<LoadedContent> content =
        ContentLoading.load(options.content(), List.of(options.detection()), console.err());
    ReplayInputs inputs =
        ReplayInputs.resolve(
            options.inputs(), options.overrides(), options.content(), console.err());
    if (content.isEmpty() || inputs.hasErrors()) {
      return ExitCode.FAILED;
    }
    List<TestLog> logs = inputs.files().stream().<TestLog>map(AttackDataLog::new).toList();
    Instant now = options.content().now();
    boolean isRefused = false;
    for (Detection detection : content.get().selected()) {
      DetectionFunnel funnel =
          DetectionFunnel.of(
              detection,
              logs,
              content.get().pack(),
              options.content().zone(),
              content.get().places(),
              now == null ? OptionalLong.empty() : OptionalLong.of(now.toEpochMilli()),
              options.event());
      funnel.diagnostics().forEach(each -> console.err().println(each.render()));
      isRefused |= funnel.steps().isEmpty();
      print(detection, funnel, options, console);
    }
    console.out().flush();
    return isRefused ? ExitCode.FAILED : ExitCode.DONE;
  }

  private static void print(
      Detection detection, DetectionFunnel funnel, WhyOptions options, Console console) {
    if (options.content().format() == OutputFormat.JSON) {
      byte[] line =
          JsonLine.of(
              json ->
                  json.text("detection", detection.name())
                      .objects("funnel", TestReportJson.steps(funnel.steps())));
      console.out().print(new String(line, StandardCharsets.UTF_8));
    } else {
      console.out().println(detection.name());
      FunnelText.print(funnel.steps(), console.out());
    }
  }
}
