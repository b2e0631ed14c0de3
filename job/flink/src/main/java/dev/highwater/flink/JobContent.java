package dev.highwater.flink;

import dev.highwater.engine.content.ContentRevision;
import dev.highwater.engine.content.ContentRevisionCodec;
import dev.highwater.engine.content.RunningContent;
import dev.highwater.engine.content.RunningContentCodec;
import dev.highwater.engine.detect.DetectionSet;
import dev.highwater.engine.plan.PlaceDatabase;
import dev.highwater.flink.type.ContentChange;
import java.io.Serializable;
import java.lang.ref.SoftReference;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.jspecify.annotations.Nullable;

/**
 * The content that a job runs, as every operator carries it: texts, compressed. Compiled once in
 * each JVM, however many operators ask.
 */
public final class JobContent implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final Map<Integer, SoftReference<Compiled>> COMPILED = new HashMap<>();

  private final byte[] running;
  private final String zone;
  private final @Nullable PlaceFile places;

  private JobContent(byte[] running, String zone, @Nullable PlaceFile places) {
    this.running = running;
    this.zone = zone;
    this.places = places;
  }

  private record Compiled(JobContent content, DetectionSet detections) {}

  /**
   * Content ready to be shipped.
   *
   * @param zone of events that name none
   */
  public static JobContent of(ContentRevision revision, ZoneId zone) {
    byte[] running = RunningContentCodec.encode(RunningContent.of(revision));
    return new JobContent(running, zone.getId(), null);
  }

  /** What runs when other content has taken its place. */
  JobContent with(ContentChange change) {
    return new JobContent(change.content(), zone, places);
  }

  /** The same with a database of places, which has to be registered with the job. */
  public JobContent withPlaces(PlaceFile file) {
    return new JobContent(running, zone, file);
  }

  public boolean hasPlaces() {
    return places != null;
  }

  /** The compiled detections, where there is no job and nobody asks for places. */
  public DetectionSet detections() {
    return new JobContent(running, zone, null).compiled(null);
  }

  /** The compiled detections in a task of a job; shared, immutable. */
  DetectionSet detections(RuntimeContext task) {
    return compiled(task);
  }

  /** The same as texts. */
  public RunningContent running() {
    return RunningContentCodec.decode(running);
  }

  byte[] bytes() {
    return running;
  }

  /** The zone of events that name none. */
  public ZoneId zone() {
    return ZoneId.of(zone);
  }

  /** Tells contents apart: that of the newest revision. */
  String revisionId() {
    return ContentRevisionCodec.id(running().newest().revision());
  }

  private DetectionSet compiled(@Nullable RuntimeContext task) {
    synchronized (COMPILED) {
      int place = 2 * Arrays.hashCode(running) + (places == null || task == null ? 0 : 1);
      SoftReference<Compiled> kept = COMPILED.get(place);
      Compiled compiled = kept == null ? null : kept.get();
      if (compiled == null || !compiled.content().equals(this)) {
        compiled =
            new Compiled(this, DetectionSet.compile(running(), ZoneId.of(zone), places(task)));
        COMPILED.put(place, new SoftReference<>(compiled));
      }
      return compiled.detections();
    }
  }

  /** The database of places in a task of a job. */
  @Nullable PlaceDatabase places(@Nullable RuntimeContext task) {
    return places == null || task == null ? null : places.open(task.getDistributedCache());
  }

  private @Nullable String placeName() {
    return places == null ? null : places.name();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof JobContent content
        && content.zone.equals(zone)
        && Objects.equals(content.placeName(), placeName())
        && Arrays.equals(content.running, running);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(running);
  }
}
