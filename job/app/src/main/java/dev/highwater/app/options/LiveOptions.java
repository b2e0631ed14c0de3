package dev.highwater.app.options;

import dev.highwater.connectors.file.OriginSettings;
import dev.highwater.connectors.kafka.RecordForm;
import dev.highwater.connectors.kafka.StartPoint;
import dev.highwater.connectors.kafka.TopicChoice;
import dev.highwater.engine.run.RunLimits;
import dev.highwater.flink.LiveClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Detections over topics, until somebody ends them.
 *
 * @param content the content and the shared options
 * @param detections names, ids, files or globs of the only detections to run; may be empty
 * @param enabled what the command line enables beside what the content does
 * @param brokers addresses with commas between them
 * @param clientFile Kafka's client properties, or null
 * @param topics what is read
 * @param start where reading begins
 * @param backfill what is read before; or null
 * @param group the consumer group, which also names the job's transactions
 * @param form what the values of records are
 * @param mapFile of {@link RecordForm#MAPPED}, else null
 * @param origin what records do not say
 * @param clock how events are waited for
 * @param outTopics the prefix of the topics that outcomes go to; or null
 * @param outDirectory the directory that outcomes go to; or null
 * @param checkpointInterval how often what has come out so far is committed
 * @param transactionTimeout how long what has come out may wait for that
 * @param parallelism parallel subtasks, 1 to {@link #MOST_PARALLEL}
 * @param state where what the job holds lies
 * @param limits what a run of a detection may hold
 * @param risk what weighs on risk
 * @param followed where other content comes from while the job runs; or null
 * @param createsTopics whether named topics that are missing are made
 * @param dryRun whether the plan is printed and the brokers are asked, and nothing runs
 */
public record LiveOptions(
    ContentOptions content,
    List<String> detections,
    EnabledDetections enabled,
    String brokers,
    @Nullable Path clientFile,
    TopicChoice topics,
    StartPoint start,
    @Nullable BackfillOptions backfill,
    String group,
    RecordForm form,
    @Nullable Path mapFile,
    OriginSettings origin,
    LiveClock clock,
    @Nullable String outTopics,
    @Nullable Path outDirectory,
    Duration checkpointInterval,
    Duration transactionTimeout,
    int parallelism,
    StateOptions state,
    RunLimits limits,
    RiskOptions risk,
    @Nullable FollowedPlace followed,
    boolean createsTopics,
    boolean dryRun) {

  /** State is split in so many parts, whatever the parallelism: a savepoint cannot change it. */
  public static final int MOST_PARALLEL = 128;

  public LiveOptions {
    detections = List.copyOf(detections);
    if ((outTopics == null) == (outDirectory == null)) {
      throw new IllegalArgumentException("Say where findings go: --out-topics or --out");
    }
    if ((form == RecordForm.MAPPED) != (mapFile != null)) {
      throw new IllegalArgumentException("--map and --record-format mapped need each other");
    }
    if (backfill != null && start.mayBeBehind(backfill.handOver().toEpochMilli())) {
      throw new IllegalArgumentException(
          "--start may be behind --hand-over, and what came between be lost: say earliest or a time"
              + " before");
    }
    boolean hasFiles = !content.apps().directories().isEmpty() || content.lookupDirectory() != null;
    if (followed != null && hasFiles) {
      throw new IllegalArgumentException(
          "--follow-content cannot go with --apps or --lookups: their files are not with the job");
    }
    if (parallelism < 1 || parallelism > MOST_PARALLEL) {
      throw new IllegalArgumentException(
          "Invalid parallelism: " + parallelism + " (must be 1.." + MOST_PARALLEL + ")");
    }
    if (checkpointInterval.toMillis() < 1) {
      throw new IllegalArgumentException("--checkpoint-interval must be at least 1ms");
    }
    if (transactionTimeout.compareTo(checkpointInterval) <= 0) {
      throw new IllegalArgumentException(
          "--transaction-timeout has to be longer than --checkpoint-interval: what has come out is"
              + " lost when it ends first");
    }
  }
}
