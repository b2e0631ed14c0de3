package dev.highwater.engine.plan;

/**
 * A step that makes rows without reading events, such as {@code makeresults} or {@code
 * inputlookup}.
 */
public interface SourceStage extends Stage {

  @Override
  default CommandType type() {
    return CommandType.GENERATING;
  }

  @Override
  default boolean givesRowsWithoutInput() {
    return true;
  }

  /** Gives all its rows and finishes. */
  void generate(RowSink out, RunContext run);

  /** Not supported: rows do not pass through the start of a search. */
  @Override
  default RowSink open(RowSink downstream, RunContext run) {
    throw new UnsupportedOperationException(describe() + " takes no rows");
  }
}
