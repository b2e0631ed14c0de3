package dev.highwater.engine.spl;

/** Reads searches in brackets off a cursor. */
final class Subsearches {

  private Subsearches() {}

  /** Reads from the bracket that is next to the one that closes it. */
  static Pipeline read(SplCursor cursor) {
    int open = cursor.position();
    SourceSpan bracket = cursor.here();
    int close = new PipeFinder(bracket.source(), open, cursor.end()).closingBracket();
    if (close >= cursor.end()) {
      throw SplCursor.error(bracket, "this bracket is never closed");
    }
    Pipeline pipeline = SplParser.parseSubsearch(bracket.source(), open + 1, close);
    if (pipeline.calls().isEmpty()) {
      throw SplCursor.error(bracket, "there is no search in these brackets");
    }
    cursor.moveTo(close + 1);
    return pipeline;
  }
}
