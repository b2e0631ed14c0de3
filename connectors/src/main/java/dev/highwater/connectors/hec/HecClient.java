package dev.highwater.connectors.hec;

import dev.highwater.engine.detect.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Sends risk events and notables to a Splunk, each at least once: a request is tried again until
 * the collector has it safe or the attempts are used up. Ids in {@code fields} tell what came
 * twice. Not safe for use by several threads.
 */
public final class HecClient implements AutoCloseable {

  private static final long FIRST_PAUSE_MILLIS = 500;
  private static final long LONGEST_PAUSE_MILLIS = 30_000;
  private static final int MOST_UNACKNOWLEDGED = 32;

  /** Waits between attempts. */
  interface Pause {
    void of(long millis) throws InterruptedException;
  }

  private final HecSettings settings;
  private final HecConnection connection;
  private final Pause pause;
  private final ByteArrayOutputStream batch = new ByteArrayOutputStream();
  private final Map<Long, byte[]> unacknowledged = new LinkedHashMap<>();

  public HecClient(HecSettings settings) throws IOException {
    this(settings, Thread::sleep);
  }

  HecClient(HecSettings settings, Pause pause) throws IOException {
    this.settings = settings;
    this.connection = new HecConnection(settings);
    this.pause = pause;
  }

  /**
   * Takes a risk event or a notable; other outcomes are not for a Splunk. What has to wait is sent
   * at the latest by {@link #flush}.
   *
   * @throws HecException when the collector refuses, or does so to the end
   */
  public void take(Outcome outcome) throws IOException {
    if (outcome instanceof Outcome.Raised raised) {
      add(HecEvent.of(raised.event(), settings.riskIndex()));
    } else if (outcome instanceof Outcome.Notified notified) {
      add(HecEvent.of(notified.notable(), settings.notableIndex()));
    }
  }

  private void add(byte[] event) throws IOException {
    if (batch.size() > 0 && batch.size() + event.length > settings.batchBytes()) {
      sendBatch();
    }
    batch.write(event);
  }

  /** Returns when the collector has all that was taken. */
  public void flush() throws IOException {
    if (batch.size() > 0) {
      sendBatch();
    }
    awaitAcknowledgement();
  }

  private void sendBatch() throws IOException {
    byte[] events = batch.toByteArray();
    batch.reset();
    send(events);
    if (unacknowledged.size() >= MOST_UNACKNOWLEDGED) {
      awaitAcknowledgement();
    }
  }

  private void send(byte[] events) throws IOException {
    long request = tried("send events", () -> connection.send(events));
    if (settings.isAcknowledged()) {
      if (request == HecConnection.NO_ACK) {
        throw new HecException(
            "the collector acknowledges nothing: switch it on for the token, or off here", true);
      }
      unacknowledged.put(request, events);
    }
  }

  /** Asks until all is safe; what is not after all attempts is sent once more. */
  private void awaitAcknowledgement() throws IOException {
    for (int round = 0; !unacknowledged.isEmpty(); round++) {
      if (round == settings.attempts()) {
        throw new HecException(
            "the collector did not acknowledge " + unacknowledged.size() + " requests", true);
      }
      for (int attempt = 0; attempt < settings.attempts() && !unacknowledged.isEmpty(); attempt++) {
        if (attempt > 0) {
          pause(attempt - 1);
        }
        Set<Long> asked = Set.copyOf(unacknowledged.keySet());
        Set<Long> safe = tried("ask what is safe", () -> connection.acknowledged(asked));
        unacknowledged.keySet().removeAll(safe);
      }
      resend();
    }
  }

  private void resend() throws IOException {
    Map<Long, byte[]> lost = new LinkedHashMap<>(unacknowledged);
    unacknowledged.clear();
    for (byte[] events : lost.values()) {
      send(events);
    }
  }

  private interface Request<T> {
    T send() throws IOException, InterruptedException;
  }

  private <T> T tried(String what, Request<T> request) throws IOException {
    for (int attempt = 0; ; attempt++) {
      try {
        return request.send();
      } catch (IOException e) {
        boolean isFinal = e instanceof HecException refused && refused.isFinal();
        if (isFinal || attempt + 1 == settings.attempts()) {
          throw new IOException(
              "Cannot " + what + " to " + settings.collector() + ": " + e.getMessage(), e);
        }
      } catch (InterruptedException e) {
        throw interrupted();
      }
      pause(attempt);
    }
  }

  private void pause(int attempt) throws IOException {
    try {
      pause.of(Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << Math.min(attempt, 16)));
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private static IOException interrupted() {
    Thread.currentThread().interrupt();
    return new InterruptedIOException("interrupted while events were sent");
  }

  /** What was not flushed is dropped. */
  @Override
  public void close() {
    batch.reset();
    unacknowledged.clear();
  }
}
