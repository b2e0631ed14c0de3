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
import org.apache.flink.runtime.client.JobCancellationException;
import org.apache.flink.runtime.client.JobExecutionException;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
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
    Optional<TopicMaps> maps = maps();
    if (maps.isEmpty()) {
      return ExitCode.FAILED;
    }
    try {
      LiveStream stream = LiveStream.of(options, client());
      Optional<ReplayContent> content = content();
      Optional<List<InputFile>> archive =
          content.isEmpty() ? Optional.empty() : LiveArchive.files(options, console.err());
      return archive.isEmpty()
          ? ExitCode.FAILED
          : run(stream, maps.get(), content.get(), archive.get());
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

  private ExitCode run(
      LiveStream stream, TopicMaps maps, ReplayContent content, List<InputFile> archive)
      throws KafkaFault, IOException, InterruptedException {
    warnOfHoles(stream);
    if (options.dryRun()) {
      new LivePlan(options, stream, content, archive).print(console);
      return ExitCode.DONE;
    }
    stream.createMissing();
    if (!archive.isEmpty()) {
      console.err().println("Reading the times in " + archive.size() + " files of the archive");
    }
    JobContent shipped = content.shipped(content.revision(), options.content());
    LiveInput input =
        new LiveInput(
            stream,
            maps,
            shipped,
            LiveArchive.read(options, archive, shipped.detections().knowledge().addOns()));
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(LiveJob.settings(options));
    LiveJob.build(environment, options, input, feed(stream.client()));
    return SubmittedJob.isAsked() ? submit(environment) : runHere(environment);
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
