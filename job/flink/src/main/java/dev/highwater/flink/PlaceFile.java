package dev.highwater.flink;

import dev.highwater.engine.plan.PlaceDatabase;
import java.io.File;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import org.apache.flink.api.common.cache.DistributedCache;

/**
 * A database of places that travels with a job: a file that Flink copies to every machine.
 *
 * @param name tells this file from others and from other states of it; not a path
 * @param reader opens a copy of the file
 */
public record PlaceFile(String name, Reader reader) implements Serializable {

  /** The name under which the file is to be registered with the job. */
  public static final String CACHED_AS = "places";

  private static final long serialVersionUID = 1L;

  /** Opens databases of places. */
  @FunctionalInterface
  public interface Reader extends Serializable {

    /** The database in a file, which may go away while it is open. */
    PlaceDatabase open(File file) throws IOException;
  }

  /** The copy of this machine. */
  PlaceDatabase open(DistributedCache cache) {
    try {
      return reader.open(cache.getFile(CACHED_AS));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the database of places " + name, e);
    }
  }
}
