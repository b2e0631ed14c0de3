package dev.highwater.connectors.outcome;

import dev.highwater.engine.detect.Outcome;
import dev.highwater.engine.detect.OutcomeCodec;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** All outcomes of a job in one file, in the order in which they come. */
public final class OutcomeLog implements OutcomeStore {

  private static final String FILE = "outcomes";

  private final DataOutputStream out;

  /** Opens the file, empty; the directory has to be there. */
  OutcomeLog(Path directory) throws IOException {
    out =
        new DataOutputStream(
            new BufferedOutputStream(Files.newOutputStream(directory.resolve(FILE))));
  }

  @Override
  public void add(Outcome outcome) throws IOException {
    out.writeBoolean(true);
    OutcomeCodec.write(out, outcome);
  }

  @Override
  public void release(long untilMillis) {}

  @Override
  public void complete() throws IOException {
    out.writeBoolean(false);
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  /** Removes a directory that held such a file, or was to hold it, and nothing else. */
  public static void delete(Path directory) throws IOException {
    Files.deleteIfExists(directory.resolve(FILE));
    Files.delete(directory);
  }

  /** Gives the outcomes that a completed job left in a directory. */
  public static void read(Path directory, Consumer<Outcome> outcomes) throws IOException {
    try (DataInputStream in =
        new DataInputStream(
            new BufferedInputStream(Files.newInputStream(directory.resolve(FILE))))) {
      while (in.readBoolean()) {
        outcomes.accept(OutcomeCodec.read(in));
      }
    }
  }
}
