package dev.highwater.engine.command;

import dev.highwater.engine.match.PcrePattern;
import dev.highwater.engine.match.UnsupportedRegexException;
import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.SourceSpan;
import dev.highwater.engine.spl.SplException;
import dev.highwater.engine.spl.Word;

/** Regular expressions among the arguments of a command. */
final class RegexText {

  private RegexText() {}

  /** A quoted text, or everything up to the end. */
  static Word next(ArgumentReader arguments, String what) {
    if (arguments.peekPunctuation('"')) {
      return arguments.word(what);
    }
    if (arguments.isAtEnd()) {
      arguments.word(what);
    }
    SourceSpan span = arguments.restSpan();
    return new Word(span, span.text(), false);
  }

  /**
   * The expression that {@code written} says.
   *
   * @throws SplException when it is none, or one that Java's engine cannot run
   */
  static PcrePattern compile(Word written) {
    return compile(written.span(), written.text());
  }

  /**
   * An expression that is part of what is written.
   *
   * @param span where it is written
   * @throws SplException when it is none, or one that Java's engine cannot run
   */
  static PcrePattern compile(SourceSpan span, String regex) {
    try {
      return PcrePattern.compile(regex);
    } catch (UnsupportedRegexException e) {
      throw new SplException(
          Diagnostic.unsupported(span, String.valueOf(e.getMessage())).withRule("S-181"));
    } catch (IllegalArgumentException e) {
      throw new SplException(Diagnostic.error(span, String.valueOf(e.getMessage())));
    }
  }
}
