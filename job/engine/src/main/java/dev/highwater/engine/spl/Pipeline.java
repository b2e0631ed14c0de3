package dev.highwater.engine.spl;

import java.util.List;

/** A search as written: its commands in order. Empty for an empty text. */
public record Pipeline(SourceSpan span, List<CommandCall> calls) {

  public Pipeline {
    calls = List.copyOf(calls);
  }
}
