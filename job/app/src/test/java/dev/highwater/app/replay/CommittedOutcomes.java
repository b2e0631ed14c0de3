package dev.highwater.app.replay;

import dev.highwater.engine.detect.Outcome;
import dev.highwater.flink.type.OutcomeSerializer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.api.connector.sink2.Committer;
import org.apache.flink.api.connector.sink2.CommitterInitContext;
import org.apache.flink.api.connector.sink2.CommittingSinkWriter;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.SupportsCommitter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/**
 * Collects in this process what a job commits: outcomes count once the checkpoint after them is
 * complete, and what a failed attempt wrote since its last checkpoint does not.
 */
final class CommittedOutcomes
    implements Sink<Outcome>, SupportsCommitter<CommittedOutcomes.Written> {

  private static final long serialVersionUID = 1L;

  private static final AtomicLong NUMBERS = new AtomicLong();

  /** Sinks travel as bytes: all of them collect here. A restore commits again what it may. */
  private static final Map<Long, Outcome> COMMITTED = new ConcurrentHashMap<>();

  /**
   * An outcome that was written.
   *
   * @param number another for each time that something is written
   */
  record Written(long number, Outcome outcome) {}

  /** What was committed since the last time. */
  static List<Outcome> take() {
    List<Outcome> taken = new ArrayList<>(COMMITTED.values());
    COMMITTED.clear();
    return taken;
  }

  @Override
  public SinkWriter<Outcome> createWriter(WriterInitContext context) {
    return new Writer(new ArrayList<>());
  }

  @Override
  public Committer<Written> createCommitter(CommitterInitContext context) {
    return new Commit();
  }

  @Override
  public SimpleVersionedSerializer<Written> getCommittableSerializer() {
    return new Bytes();
  }

  private record Writer(List<Written> written) implements CommittingSinkWriter<Outcome, Written> {

    @Override
    public void write(Outcome outcome, Context context) {
      written.add(new Written(NUMBERS.getAndIncrement(), outcome));
    }

    @Override
    public void flush(boolean endOfInput) {}

    @Override
    public Collection<Written> prepareCommit() {
      List<Written> prepared = List.copyOf(written);
      written.clear();
      return prepared;
    }

    @Override
    public void close() {}
  }

  private record Commit() implements Committer<Written> {

    @Override
    public void commit(Collection<CommitRequest<Written>> requests) {
      for (CommitRequest<Written> request : requests) {
        Written written = request.getCommittable();
        COMMITTED.put(written.number(), written.outcome());
      }
    }

    @Override
    public void close() {}
  }

  private record Bytes() implements SimpleVersionedSerializer<Written> {

    @Override
    public int getVersion() {
      return 1;
    }

    @Override
    public byte[] serialize(Written written) throws IOException {
      DataOutputSerializer out = new DataOutputSerializer(256);
      out.writeLong(written.number());
      new OutcomeSerializer().serialize(written.outcome(), out);
      return out.getCopyOfBuffer();
    }

    @Override
    public Written deserialize(int version, byte[] serialized) throws IOException {
      DataInputDeserializer in = new DataInputDeserializer(serialized);
      return new Written(in.readLong(), new OutcomeSerializer().deserialize(in));
    }
  }
}
