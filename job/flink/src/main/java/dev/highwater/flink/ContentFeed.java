package dev.highwater.flink;

import dev.highwater.engine.plan.PlaceDatabase;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** Where other content comes from while a job runs. */
public interface ContentFeed extends Serializable {

  /**
   * Begins to look, in a thread of its own.
   *
   * @param shipped what the job was shipped with
   * @param places where addresses are, {@code null} when nobody knows
   */
  Watch watch(JobContent shipped, @Nullable PlaceDatabase places);

  /** Somebody who looks. */
  interface Watch extends AutoCloseable {

    /**
     * What has come since the last call, {@code null} for nothing; never waits.
     *
     * @throws IllegalStateException when nobody looks any more
     */
    @Nullable OfferedContent poll();

    @Override
    void close();
  }
}
