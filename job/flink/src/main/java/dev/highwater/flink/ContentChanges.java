package dev.highwater.flink;

import dev.highwater.engine.content.ContentRevision;
import dev.highwater.engine.content.ContentRevisionCodec;
import dev.highwater.engine.content.RunningContent;
import dev.highwater.engine.content.RunningContentCodec;
import dev.highwater.engine.detect.ContentReport;
import dev.highwater.engine.detect.ContentSuccession;
import dev.highwater.engine.detect.ContentSuccession.Succession;
import dev.highwater.engine.detect.DetectionSet;
import dev.highwater.engine.detect.RunningDetection;
import dev.highwater.flink.type.ContentChange;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeutils.base.array.BytePrimitiveArraySerializer;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.jspecify.annotations.Nullable;

/**
 * Where the content of a live job changes: what runs is kept here over restores, and here it is
 * settled what becomes of it when other content is offered (S-2110).
 *
 * <p>Operator state: the content that runs, and the id of that which the job was shipped with. A
 * job that is restored with the same content goes on with what runs; with other content, that takes
 * over.
 */
final class ContentChanges {

  /** Events that are further ahead of the stream do not keep content from being in force. */
  private static final long MOST_AHEAD_MILLIS = 3_600_000;

  private final ListState<byte[]> state;
  private final ContentInForce content;
  private final long amendMillis;
  private final String shippedId;
  private @Nullable ContentChange restored;
  private @Nullable RunningContent before;

  private ContentChanges(ListState<byte[]> state, ContentInForce content, long amendMillis) {
    this.amendMillis = amendMillis;
    this.state = state;
    this.content = content;
    this.shippedId = content.shipped().revisionId(); // it takes reading all of it
  }

  static ContentChanges of(
      StateInitializationContext context, ContentInForce content, long amendMillis)
      throws Exception {
    ListState<byte[]> state =
        context
            .getOperatorStateStore()
            .getListState(
                new ListStateDescriptor<>("content", BytePrimitiveArraySerializer.INSTANCE));
    ContentChanges changes = new ContentChanges(state, content, amendMillis);
    changes.restore();
    return changes;
  }

  private void restore() throws Exception {
    byte[] running = null;
    String shipped = null;
    for (byte[] each : state.get()) {
      if (running == null) {
        running = each;
      } else {
        shipped = new String(each, StandardCharsets.UTF_8);
      }
    }
    if (running == null || shipped == null) {
      return;
    }
    RunningContent kept = RunningContentCodec.decode(running);
    if (!shipped.equals(shippedId)) {
      before = kept;
    } else if (kept.number() > 0) {
      restored = ContentChange.of(kept);
    }
  }

  void store() throws Exception {
    state.update(List.of(content.content().bytes(), shippedId.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * What a restored job has to begin with in place of what it was shipped with, {@code null} for
   * nothing else.
   *
   * @param clockMillis how far the stream had come
   * @param greatestMillis the greatest time of an event so far
   */
  @Nullable ContentChange atStart(long clockMillis, long greatestMillis) {
    RunningContent kept = before;
    if (kept == null) {
      return restored;
    }
    ContentRevision shipped = content.shipped().running().newest().revision();
    DetectionSet running = content.compiled(ContentChange.of(kept));
    long from = effectiveMillis(Long.MIN_VALUE, clockMillis, greatestMillis);
    return ContentChange.of(
        new ContentSuccession(kept, running, amendMillis)
            .take(shipped, Set.of(), from, clockMillis, true)
            .content());
  }

  /**
   * What becomes of an offer.
   *
   * @param report what is to be told of it
   * @param change {@code null} when what runs goes on
   */
  record Settled(ContentReport report, @Nullable ContentChange change) {}

  /**
   * Settles an offer; {@code null} for what runs already. The other parameters are those of {@link
   * #atStart}.
   */
  @Nullable Settled settle(OfferedContent offer, long clockMillis, long greatestMillis) {
    ContentRevision revision = offer.revision();
    RunningContent now = content.content().running();
    if (revision == null) {
      return refused(offer, "", now, List.of());
    }
    String id = ContentRevisionCodec.id(revision);
    if (id.equals(content.content().revisionId())) {
      ContentReport report =
          ContentReport.running(offer.from(), id, now.number(), offer.problems());
      return offer.problems().isEmpty() ? null : new Settled(report, null);
    }
    ContentSuccession succession = new ContentSuccession(now, content.detections(), amendMillis);
    String obstacle = succession.obstacle(revision);
    if (obstacle != null) {
      return refused(offer, id, now, List.of(offer.from() + ": " + obstacle));
    }
    long from = effectiveMillis(offer.effectiveMillis(), clockMillis, greatestMillis);
    Succession next =
        succession.take(revision, staying(offer), from, clockMillis, offer.finishes());
    return new Settled(
        new ContentReport(
            ContentReport.Status.TAKEN,
            offer.from(),
            id,
            next.content().number(),
            from,
            next.added(),
            next.changed(),
            next.removed(),
            next.kept(),
            offer.problems()),
        ContentChange.of(next.content()));
  }

  /** The detections that go on where the offer does not have them. */
  private Set<String> staying(OfferedContent offer) {
    return offer.isWhole()
        ? offer.refused()
        : content.detections().detections().stream()
            .map(RunningDetection::id)
            .collect(Collectors.toSet());
  }

  private static Settled refused(
      OfferedContent offer, String id, RunningContent now, List<String> reasons) {
    return new Settled(
        ContentReport.refused(offer.from(), id, now.number(), reasons, offer.problems()), null);
  }

  /** No event from then on has been seen, as what was seen has gone by what is new (S-2111). */
  private static long effectiveMillis(long asked, long clockMillis, long greatestMillis) {
    if (greatestMillis == Long.MIN_VALUE) {
      return asked;
    }
    boolean isFarAhead =
        clockMillis > Long.MIN_VALUE && greatestMillis - clockMillis > MOST_AHEAD_MILLIS;
    return Math.max(asked, isFarAhead ? clockMillis + MOST_AHEAD_MILLIS : greatestMillis + 1);
  }
}
