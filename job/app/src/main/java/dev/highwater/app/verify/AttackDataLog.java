package dev.highwater.app.verify;

import dev.highwater.connectors.file.InputFile;
import dev.highwater.connectors.file.RawEventReader;
import dev.highwater.engine.event.RawEvent;
import dev.highwater.engine.verify.TestLog;
import java.io.IOException;

/**
 * A log of a checkout of attack data.
 *
 * @param file whose records name the file and what the test says of it
 */
record AttackDataLog(InputFile file) implements TestLog {

  @Override
  public String input() {
    return file.origin().input();
  }

  @Override
  public Records open() throws IOException {
    RawEventReader reader = RawEventReader.open(file);
    return new Records() {
      @Override
      public boolean hasNext() {
        return reader.hasNext();
      }

      @Override
      public RawEvent next() {
        return reader.next();
      }

      @Override
      public void close() throws IOException {
        reader.close();
      }
    };
  }
}
