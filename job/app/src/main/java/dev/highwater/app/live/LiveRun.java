package dev.highwater.app.live;

import dev.highwater.app.ExitCode;
import dev.highwater.app.catalog.EnabledContent;
import dev.highwater.app.catalog.RiskLoading;
import dev.highwater.app.options.FollowedPlace;
import dev.highwater.app.options.LiveOptions;
import dev.highwater.app.replay.EmbeddedJob;
import dev.highwater.app.replay.ReplayContent;
import dev.highwater.app.terminal.Console;
import dev.highwater.connectors.file.InputFile;
import dev.highwater.connectors.file.InputProblem;
import dev.highwater.connectors.kafka.ClientProperties;
import dev.highwater.connectors.kafka.KafkaFault;
import dev.highwater.connectors.kafka.PartitionName;
import dev.highwater.connectors.kafka.TopicMapReader;
import dev.highwater.connectors.kafka.TopicMaps;
import dev.highwater.connectors.published.ContentSource;
import dev.highwater.connectors.published.ContentTopic;
import dev.highwater.flink.ContentFeed;
import dev.highwater.flink.JobContent;
import dev.highwater.flink.local.EmbeddedCluster;
import dev.highwater.flink.local.InputVolume;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.client.JobCancellationException;
import org.apache.flink.runtime.client.JobExecutionException;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.FileUtils;
import org.jspecify.annotations.Nullable;

/** Runs detections over topics: in this process, or on the cluster whose client runs it. */
public final class LiveRun {

  private final LiveOptions options;
  private final Console console;

  public LiveRun(LiveOptions options, Console console) {
    this.options = options;
    this.console = console;
  }

  /**
   * Runs the job until somebody ends it, or hands it over.
   *
   * @return how it ended; every error has been printed
   */
  public ExitCode run() throws IOException, InterruptedException {
    if (!LiveState.isThere(options.state())) {
      console
          .err()
          .println(
              "--state-backend rocksdb: flink-statebackend-rocksdb is not on the class path; a"
                  + " cluster of deploy/bin has it, this program brings no native libraries");
      return ExitCode.FAILED;
    }
    Optional<TopicMaps> maps = maps();
    if (maps.isEmpty()) {
      return ExitCode.FAILED;
    }
    try {
      LiveStream stream = LiveStream.of(options, client());
      warnOfHoles(stream);
      if (options.dryRun()) {
        return plan(stream);
      }
      stream.createMissing();
      Optional<LiveInput> input = input(stream, maps.get());
      return input.isEmpty() ? ExitCode.FAILED : start(input.get());
    } catch (KafkaFault | IllegalArgumentException fault) {
      console.err().println(fault.getMessage());
      return ExitCode.FAILED;
    }
  }

  private ClientProperties client() throws IOException {
    Path file = options.clientFile();
    return file == null
        ? ClientProperties.of(options.brokers())
        : ClientProperties.read(options.brokers(), file);
  }

  private Optional<TopicMaps> maps() {
    Path file = options.mapFile();
    if (file == null) {
      return Optional.of(TopicMaps.NONE);
    }
    List<InputProblem> problems = new ArrayList<>();
    TopicMaps maps = TopicMapReader.read(file, problems::add);
    problems.forEach(problem -> console.err().println(problem.render()));
    return problems.isEmpty() ? Optional.of(maps) : Optional.empty();
  }

  private Optional<ReplayContent> content() {
    return EnabledContent.load(
            options.content(), options.detections(), options.enabled(), console.err())
        .map(loaded -> RiskLoading.withRules(loaded, options.risk()))
        .flatMap(
            loaded ->
                ReplayContent.of(
                    loaded,
                    options.risk(),
                    options.content().zone(),
                    UnaryOperator.identity(),
                    console.err()));
  }

  private ExitCode plan(LiveStream stream) throws IOException {
    Optional<ReplayContent> content = content();
    Optional<List<InputFile>> archive =
        content.isEmpty() ? Optional.empty() : LiveArchive.files(options, console.err());
    if (archive.isEmpty()) {
      return ExitCode.FAILED;
    }
    new LivePlan(options, stream, content.get(), archive.get()).print(console);
    return ExitCode.DONE;
  }

  /** What the job reads and by what; the content itself need not be held while it runs. */
  private Optional<LiveInput> input(LiveStream stream, TopicMaps maps)
      throws IOException, InterruptedException {
    Optional<ReplayContent> content = content();
    Optional<List<InputFile>> archive =
        content.isEmpty() ? Optional.empty() : LiveArchive.files(options, console.err());
    if (content.isEmpty() || archive.isEmpty()) {
      return Optional.empty();
    }
    if (!archive.get().isEmpty()) {
      console
          .err()
          .println("Reading the times in " + archive.get().size() + " files of the archive");
    }
    JobContent shipped = content.get().shipped(content.get().revision(), options.content());
    return Optional.of(
        new LiveInput(
            stream,
            maps,
            shipped,
            LiveArchive.read(options, archive.get(), shipped.detections().knowledge().addOns())));
  }

  private ExitCode start(LiveInput input) throws IOException, InterruptedException {
    Configuration settings = LiveJob.settings(options);
    boolean isSubmitted = SubmittedJob.isAsked();
    Path passing = isSubmitted || options.state().checkpoints() != null ? null : passing(settings);
    try {
      StreamExecutionEnvironment environment =
          StreamExecutionEnvironment.getExecutionEnvironment(settings);
      LiveJob.build(environment, options, input, feed(input.stream().client()));
      return isSubmitted ? submit(environment) : runHere(environment);
    } finally {
      if (passing != null) {
        FileUtils.deleteDirectoryQuietly(passing.toFile());
      }
    }
  }

  /** A directory for checkpoints that are good for restarts of tasks in this process only. */
  private static Path passing(Configuration settings) throws IOException {
    Path directory = Files.createTempDirectory("highwater-checkpoints-");
    LiveState.keep(settings, directory);
    return directory;
  }

  private void warnOfHoles(LiveStream stream) {
    stream
        .cut()
        .forEach(
            (partition, first) ->
                console
                    .err()
                    .println(
                        "warning: of "
                            + PartitionName.of(partition)
                            + " all before offset "
                            + first
                            + " is gone, perhaps some of it from behind the hand-over"));
  }

  /** {@code null} when content comes with a restart only. */
  private @Nullable ContentFeed feed(ClientProperties client) throws IOException {
    FollowedPlace place = options.followed();
    if (place == null) {
      return null;
    }
    ContentSource source =
        place.isTopic()
            ? new ContentTopic(client, place.name())
            : new ContentDirectory(Path.of(place.name()).toAbsolutePath().toString());
    Path macros = options.content().macroFile();
    Path local = options.content().localFile();
    return new FollowedContent(
        source,
        new ContentChoice(
            options.detections(),
            options.enabled().names(),
            options.enabled().all(),
            options.risk().incidentRules(),
            macros == null ? "" : Files.readString(macros),
            local == null ? "" : Files.readString(local),
            options.content().zone().getId()));
  }

  private ExitCode submit(StreamExecutionEnvironment environment)
      throws IOException, InterruptedException {
    try {
      SubmittedJob.run(environment, options);
      return ExitCode.DONE;
    } catch (IOException | InterruptedException | RuntimeException fault) {
      throw fault;
    } catch (Exception fault) { // Flink's client declares nothing narrower
      console.err().println("The cluster did not run the job: " + fault.getMessage());
      return ExitCode.FAILED;
    }
  }

  private ExitCode runHere(StreamExecutionEnvironment environment) throws InterruptedException {
    console.err().println("Reading " + options.topics() + "; interrupt to end");
    try (EmbeddedCluster cluster =
        EmbeddedCluster.start(options.parallelism(), InputVolume.LARGE)) {
      EmbeddedJob.run(cluster, environment.getStreamGraph(), 0, console);
      return ExitCode.DONE;
    } catch (JobCancellationException e) {
      console.err().println("Interrupted; what was committed stays");
      return ExitCode.INTERRUPTED;
    } catch (JobExecutionException e) {
      console.err().println("The job failed: " + EmbeddedJob.reason(e));
      return ExitCode.FAILED;
    }
  }
}
