package dev.highwater.engine.addon;

import dev.highwater.engine.spl.Diagnostic;
import java.time.ZoneId;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the files of a source look like, as far as its settings say it.
 *
 * @param breaking how the stream is broken into events; {@code null} when each line is one
 * @param table {@code null} unless each line is a row of a table
 */
public record SourceFormat(@Nullable EventBreaking breaking, @Nullable TableDialect table) {

  /** Of sources whose settings say nothing. */
  public static final SourceFormat LINES = new SourceFormat(null, null);

  /**
   * What the settings of a source say.
   *
   * @param problems told of settings that cannot be used, which then count as not said
   */
  static SourceFormat of(ConfStanza props, ZoneId zone, Consumer<Diagnostic> problems) {
    boolean isPlain = new BreakingReader(props, zone, problems).read() == null;
    return new SourceFormat(
        isPlain ? null : EventBreaking.of(props, zone), TableDialect.of(props, problems));
  }
}
