package dev.highwater.connectors.published;

import java.io.IOException;
import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Where content comes from while a job runs. */
public interface ContentSource extends Serializable {

  /** Begins to read. */
  Reader open();

  /** Somebody who reads; for one thread. */
  interface Reader extends AutoCloseable {

    /**
     * Content that is whole and other than the last that was given; {@code null} when there is none
     * within the time, more or less.
     *
     * @throws IOException when it cannot be read now; may be tried again
     */
    @Nullable PublishedContent next(Duration wait) throws IOException, InterruptedException;

    @Override
    void close();
  }
}
