package dev.highwater.app.replay;

import dev.highwater.app.options.ContentOptions;
import dev.highwater.app.options.DeliveryOptions;
import dev.highwater.app.options.EventOverrides;
import dev.highwater.app.options.OutputFormat;
import dev.highwater.app.options.ReplayOptions;
import dev.highwater.app.options.RiskOptions;
import dev.highwater.app.options.RuntimeMode;
import dev.highwater.connectors.file.InputFile;
import dev.highwater.connectors.file.InputResolver;
import dev.highwater.connectors.file.OriginSettings;
import dev.highwater.connectors.file.ResolvedInputs;
import dev.highwater.engine.run.RunLimits;
import dev.highwater.flink.LiveClock;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A replay to be tested, step by step.
 *
 * @param inputs as on the command line
 * @param content folders of content; the built-in one when empty
 */
record ReplayCase(
    List<String> inputs,
    RuntimeMode mode,
    int parallelism,
    boolean ordered,
    boolean allTime,
    @Nullable Instant from,
    @Nullable Instant to,
    List<Path> content) {

  private static final OriginSettings ORIGIN =
      new OriginSettings("h", "Syslog:Linux-Sysmon/Operational", "sysmon:linux", null);

  static ReplayCase of(RuntimeMode mode, int parallelism, List<String> inputs) {
    return new ReplayCase(inputs, mode, parallelism, false, false, null, null, List.of());
  }

  static ReplayCase of(RuntimeMode mode, int parallelism, String input) {
    return of(mode, parallelism, List.of(input));
  }

  ReplayCase inOrder() {
    return new ReplayCase(inputs, mode, parallelism, true, allTime, from, to, content);
  }

  ReplayCase overAllTime() {
    return new ReplayCase(inputs, mode, parallelism, ordered, true, from, to, content);
  }

  ReplayCase between(String newFrom, String newTo) {
    return new ReplayCase(
        inputs,
        mode,
        parallelism,
        ordered,
        allTime,
        Instant.parse(newFrom),
        Instant.parse(newTo),
        content);
  }

  ReplayCase withContent(Path folder) {
    return new ReplayCase(inputs, mode, parallelism, ordered, allTime, from, to, List.of(folder));
  }

  /** The files, where {@code -} is that stream. */
  List<InputFile> files(InputStream standardInput) {
    ResolvedInputs resolved = new InputResolver(ORIGIN, standardInput).resolve(inputs);
    if (!resolved.problems().isEmpty()) {
      throw new IllegalStateException(resolved.problems().toString());
    }
    return resolved.files();
  }

  /** The options with an output directory of their own. */
  ReplayOptions options(Path directory) throws IOException {
    return new ReplayOptions(
        new ContentOptions(
            content, null, null, null, ZoneOffset.UTC, null, OutputFormat.TEXT, true),
        inputs,
        List.of(),
        new EventOverrides(null, null, null, null),
        from,
        to,
        mode,
        ordered,
        null,
        parallelism,
        allTime,
        RunLimits.DEFAULT,
        RiskOptions.NONE,
        DeliveryOptions.NONE,
        Files.createTempDirectory(directory, "out"));
  }

  /** The same over a stream that comes live, whose runs late events have done again. */
  static ReplayOptions live(ReplayOptions options, Duration amend) {
    return new ReplayOptions(
        options.content(),
        options.inputs(),
        options.detections(),
        options.overrides(),
        null,
        null,
        RuntimeMode.STREAMING,
        false,
        new LiveClock(LiveClock.USUAL_DISORDER, LiveClock.UNBOUNDED, amend, false),
        options.parallelism(),
        false,
        options.limits(),
        options.risk(),
        options.delivery(),
        options.outputDirectory());
  }

  static ReplayContent content(ReplayOptions options, List<InputFile> files) throws IOException {
    return ReplayContent.load(
            options, files, new PrintWriter(System.err, true, StandardCharsets.UTF_8))
        .orElseThrow();
  }
}
