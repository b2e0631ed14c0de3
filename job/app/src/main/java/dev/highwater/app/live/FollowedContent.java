package dev.highwater.app.live;

import dev.highwater.connectors.published.ContentSource;
import dev.highwater.connectors.published.PublishedContent;
import dev.highwater.engine.content.ContentRevision;
import dev.highwater.engine.plan.PlaceDatabase;
import dev.highwater.flink.ContentFeed;
import dev.highwater.flink.JobContent;
import dev.highwater.flink.OfferedContent;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Content that takes the place of what runs: read and compiled in a thread of its own, so that
 * events wait only for what can run.
 *
 * @param source where it comes from
 * @param choice which detections of it run
 */
record FollowedContent(ContentSource source, ContentChoice choice) implements ContentFeed {

  private static final long serialVersionUID = 1L;

  private static final Duration WAIT = Duration.ofSeconds(1);

  @Override
  public Watch watch(JobContent shipped, @Nullable PlaceDatabase places) {
    return new Look(this, shipped.running().newest().revision(), places);
  }

  private static final class Look implements Watch {

    private final FollowedContent followed;
    private final ContentRevision shipped;
    private final @Nullable PlaceDatabase places;
    private final ConcurrentLinkedQueue<OfferedContent> offers = new ConcurrentLinkedQueue<>();
    private final Thread thread = new Thread(this::look, "content");
    private volatile @Nullable Throwable end;
    private volatile boolean isClosed;
    private String trouble = "";

    private Look(
        FollowedContent followed, ContentRevision shipped, @Nullable PlaceDatabase places) {
      this.followed = followed;
      this.shipped = shipped;
      this.places = places;
      thread.setDaemon(true);
      thread.setUncaughtExceptionHandler((ended, fault) -> end = fault);
      thread.start();
    }

    private void look() {
      try (ContentSource.Reader reader = followed.source().open()) {
        while (!isClosed) {
          take(reader);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private void take(ContentSource.Reader reader) throws InterruptedException {
      try {
        PublishedContent published = reader.next(WAIT);
        trouble = "";
        if (published != null) {
          offers.add(followed.choice().of(published, shipped, places));
        }
      } catch (IOException e) { // told of once: it may be better a little later
        String told = followed.source() + ": " + e.getMessage();
        if (!told.equals(trouble)) {
          trouble = told;
          offers.add(unreadable(told));
        }
      }
    }

    private OfferedContent unreadable(String problem) {
      return new OfferedContent(
          followed.source().toString(),
          null,
          Set.of(),
          false,
          List.of(problem),
          Long.MIN_VALUE,
          true);
    }

    @Override
    public @Nullable OfferedContent poll() {
      Throwable fault = end;
      if (fault != null) {
        throw new IllegalStateException(
            "Nobody follows " + followed.source() + " any more: " + fault, fault);
      }
      return offers.poll();
    }

    @Override
    public void close() {
      isClosed = true; // not interrupted: clients of Kafka end badly then
    }
  }
}
