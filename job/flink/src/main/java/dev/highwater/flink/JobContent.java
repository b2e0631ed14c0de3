package dev.highwater.flink;

import dev.highwater.engine.content.ContentRevision;
import dev.highwater.engine.content.ContentRevisionCodec;
import dev.highwater.engine.detect.DetectionSet;
import java.io.Serializable;
import java.lang.ref.SoftReference;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
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

  private JobContent(byte[] revision, String zone) {
    this.revision = revision;
    this.zone = zone;
  }

  private record Compiled(JobContent content, DetectionSet detections) {}

  /**
   * Content ready to be shipped.
   *
   * @param zone of events that name none
   */
  public static JobContent of(ContentRevision revision, ZoneId zone) {
    return new JobContent(ContentRevisionCodec.encode(revision), zone.getId());
  }

  /** The compiled detections; shared, immutable. */
  public DetectionSet detections() {
    synchronized (COMPILED) {
      int place = Arrays.hashCode(revision);
      SoftReference<Compiled> kept = COMPILED.get(place);
      Compiled compiled = kept == null ? null : kept.get();
      if (compiled == null || !compiled.content().equals(this)) {
        compiled =
            new Compiled(
                this, DetectionSet.compile(ContentRevisionCodec.decode(revision), ZoneId.of(zone)));
        COMPILED.put(place, new SoftReference<>(compiled));
      }
      return compiled.detections();
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof JobContent content
        && content.zone.equals(zone)
        && Arrays.equals(content.revision, revision);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(revision);
  }
}
