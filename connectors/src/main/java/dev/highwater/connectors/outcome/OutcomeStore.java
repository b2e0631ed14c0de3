package dev.highwater.connectors.outcome;

import dev.highwater.engine.detect.Outcome;
import java.io.IOException;

/** Where the outcomes of a job are kept. Not safe for use by several threads. */
interface OutcomeStore extends AutoCloseable {

  void add(Outcome outcome) throws IOException;

  /** Everything up to a scheduled time is here. */
  void release(long untilMillis) throws IOException;

  /** Everything is here. */
  void complete() throws IOException;

  /** What is not complete may be lost. */
  @Override
  void close() throws IOException;
}
