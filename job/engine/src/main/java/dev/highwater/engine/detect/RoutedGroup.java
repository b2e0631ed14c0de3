package dev.highwater.engine.detect;

import dev.highwater.engine.event.EventPosition;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.FieldValueCodec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the events of one slice of time gave one group of one detection: aggregates in part, on
 * their way to the runs.
 *
 * @param scope the name of the group of detections that it has to meet, the detection's own id when
 *     it stands alone
 * @param scan number of the scan in its search
 * @param partitionKey which values of the key decide where it is kept; see {@link
 *     dev.highwater.engine.plan.ScanPlan#partitionKey}
 * @param timeMillis time of one of the events
 * @param sliceMillis start of the slice
 * @param key see {@link dev.highwater.engine.plan.StoredForm}
 * @param partials what each aggregate has gathered
 * @param position where the event stands, of one that may be late for a run: it travels alone;
 *     {@code null} of all others
 * @param contribution the event that it comes from, where that matters
 */
public record RoutedGroup(
    String detection,
    String scope,
    int scan,
    List<Integer> partitionKey,
    long timeMillis,
    long sliceMillis,
    List<@Nullable FieldValue> key,
    List<@Nullable FieldValue> partials,
    @Nullable EventPosition position,
    Contribution contribution) {

  private static final int SEED = -1;

  /** A group that may come from any events. */
  public RoutedGroup(
      String detection,
      String scope,
      int scan,
      List<Integer> partitionKey,
      long timeMillis,
      long sliceMillis,
      List<@Nullable FieldValue> key,
      List<@Nullable FieldValue> partials,
      @Nullable EventPosition position) {
    this(
        detection,
        scope,
        scan,
        partitionKey,
        timeMillis,
        sliceMillis,
        key,
        partials,
        position,
        Contribution.NONE);
  }

  /** The same of one event, with what that gave. */
  RoutedGroup of(Contribution other, List<@Nullable FieldValue> otherPartials) {
    return new RoutedGroup(
        detection,
        scope,
        scan,
        partitionKey,
        timeMillis,
        sliceMillis,
        key,
        otherPartials,
        position,
        other);
  }

  /** What it is stored under. */
  public GroupSlice slice() {
    return new GroupSlice(detection, scan, sliceMillis, key, contribution);
  }

  /** When it can count at the earliest: its time, or when its event came to be known. */
  public long timestampMillis() {
    return Math.max(timeMillis, contribution.knownMillis());
  }

  /** Says from which time to which there were events, so that runs are done that need none. */
  public static RoutedGroup seed(
      String detection, String scope, long firstMillis, long lastMillis) {
    return new RoutedGroup(
        detection,
        scope,
        SEED,
        List.of(),
        firstMillis,
        firstMillis,
        List.of(),
        List.of(
            FieldValue.of(Long.toString(firstMillis)), FieldValue.of(Long.toString(lastMillis))),
        null);
  }

  public boolean isSeed() {
    return scan == SEED;
  }

  /** Of a seed: the time of the last event, epoch milliseconds. */
  public long lastMillis() {
    FieldValue last = partials.get(1);
    return last == null ? timeMillis : Long.parseLong(last.text());
  }

  /** Groups of equal partition have to meet. */
  public String partition() {
    StringBuilder text = new StringBuilder(scope);
    for (int i = 0; i < partitionKey.size(); i++) {
      FieldValue value = key.get(partitionKey.get(i));
      String part = value == null ? "" : value.text();
      text.append('\0').append(part.length()).append(':').append(part);
    }
    return text.toString();
  }

  public void write(DataOutput out) throws IOException {
    FieldValueCodec.writeText(out, detection);
    out.writeBoolean(scope.equals(detection));
    if (!scope.equals(detection)) {
      FieldValueCodec.writeText(out, scope);
    }
    out.writeInt(scan);
    out.writeByte(partitionKey.size());
    for (int value : partitionKey) {
      out.writeByte(value);
    }
    out.writeLong(timeMillis);
    out.writeLong(sliceMillis);
    FieldValueCodec.writeAll(out, key);
    FieldValueCodec.writeAll(out, partials);
    EventPosition place = position;
    out.writeBoolean(place != null);
    if (place != null) {
      FieldValueCodec.writeText(out, place.input());
      out.writeLong(place.offset());
    }
    out.writeBoolean(contribution.isOfOneEvent());
    if (contribution.isOfOneEvent()) {
      contribution.write(out);
    }
  }

  public static RoutedGroup read(DataInput in) throws IOException {
    String detection = FieldValueCodec.readText(in);
    String scope = in.readBoolean() ? detection : FieldValueCodec.readText(in);
    return new RoutedGroup(
        detection,
        scope,
        in.readInt(),
        readKey(in),
        in.readLong(),
        in.readLong(),
        FieldValueCodec.readAll(in),
        FieldValueCodec.readAll(in),
        in.readBoolean() ? new EventPosition(FieldValueCodec.readText(in), in.readLong()) : null,
        in.readBoolean() ? Contribution.read(in) : Contribution.NONE);
  }

  private static List<Integer> readKey(DataInput in) throws IOException {
    int size = in.readByte();
    if (size == 0) {
      return List.of();
    }
    List<Integer> key = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      key.add((int) in.readByte());
    }
    return key;
  }
}
