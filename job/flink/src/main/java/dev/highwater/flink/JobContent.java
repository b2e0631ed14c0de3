package dev.highwater.flink;

import dev.highwater.engine.content.ContentRevision;
import dev.highwater.engine.content.ContentRevisionCodec;
import dev.highwater.engine.detect.DetectionSet;
import dev.highwater.engine.plan.PlaceDatabase;
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

  private final byte[] revision;
  private final String zone;
  private final @Nullable PlaceFile places;

  private JobContent(byte[] revision, String zone, @Nullable PlaceFile places) {
    this.revision = revision;
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
    return new JobContent(ContentRevisionCodec.encode(revision), zone.getId(), null);
  }

  /** The same with a database of places, which has to be registered with the job. */
  public JobContent withPlaces(PlaceFile file) {
    return new JobContent(revision, zone, file);
  }

  public boolean hasPlaces() {
    return places != null;
  }

  /** The compiled detections, where there is no job and nobody asks for places. */
  public DetectionSet detections() {
    return new JobContent(revision, zone, null).compiled(null);
  }

  /** The compiled detections in a task of a job; shared, immutable. */
  DetectionSet detections(RuntimeContext task) {
    return compiled(task);
  }

  /** Tells contents apart. */
  String revisionId() {
    return ContentRevisionCodec.id(ContentRevisionCodec.decode(revision));
  }

  private DetectionSet compiled(@Nullable RuntimeContext task) {
    synchronized (COMPILED) {
      int place = 2 * Arrays.hashCode(revision) + (places == null || task == null ? 0 : 1);
      SoftReference<Compiled> kept = COMPILED.get(place);
      Compiled compiled = kept == null ? null : kept.get();
      if (compiled == null || !compiled.content().equals(this)) {
        compiled =
            new Compiled(
                this,
                DetectionSet.compile(
                    ContentRevisionCodec.decode(revision), ZoneId.of(zone), places(task)));
        COMPILED.put(place, new SoftReference<>(compiled));
      }
      return compiled.detections();
    }
  }

  private @Nullable PlaceDatabase places(@Nullable RuntimeContext task) {
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
        && Arrays.equals(content.revision, revision);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(revision);
  }
}
