package dev.highwater.flink.type;

import dev.highwater.engine.content.RunningContent;
import dev.highwater.engine.content.RunningContentCodec;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Content that takes the place of what runs.
 *
 * @param number of the change; content of a lower one is older
 * @param content as {@link RunningContentCodec} writes it
 */
@SuppressWarnings("ArrayRecordComponent") // megabytes, never changed, compared by what they hold
public record ContentChange(int number, byte[] content) {

  public static ContentChange of(RunningContent running) {
    return new ContentChange(running.number(), RunningContentCodec.encode(running));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ContentChange change
        && change.number == number
        && Arrays.equals(change.content, content);
  }

  @Override
  public int hashCode() {
    return 31 * number + Arrays.hashCode(content);
  }
}
