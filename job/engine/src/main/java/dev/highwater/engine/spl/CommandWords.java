package dev.highwater.engine.spl;

import dev.highwater.engine.spl.SearchText.Comment;
import dev.highwater.engine.spl.SearchText.Part;
import dev.highwater.engine.spl.SearchText.Piece;
import dev.highwater.engine.spl.SearchText.Subsearch;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the parts of one command of a {@link SearchText}. */
final class CommandWords {

  private static final String COMMENT = "```";

  private final SearchTextReader search;
  private final String text;
  private final String code;
  private final int from;
  private final int to;
  private final @Nullable CommandCall call;
  private final SolidText solid;
  private final List<Part> parts = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean isWordApart;
  private boolean isSpaceBefore = true;

  /**
   * @param call {@code null} where there are only comments
   */
  CommandWords(SearchTextReader search, int from, int to, @Nullable CommandCall call) {
    this.search = search;
    this.text = search.text();
    this.code = search.masked().text();
    this.solid =
        new SolidText(new SourceSpan(search.masked(), from, to), call == null ? "" : call.name());
    this.from = from;
    this.to = to;
    this.call = call;
  }

  List<Part> read() {
    int at = from;
    while (at < to) {
      at = CharacterKinds.isSpace(code.charAt(at)) ? space(at) : solid(at);
    }
    finishWord();
    return parts;
  }

  private void finishWord() {
    if (word.length() > 0) {
      parts.add(new Piece(isWordApart, word.toString()));
      word.setLength(0);
    }
  }

  private int space(int at) {
    finishWord();
    isSpaceBefore = true;
    if (!text.startsWith(COMMENT, at)) {
      return at + 1;
    }
    int end = text.indexOf(COMMENT, at + COMMENT.length()) + COMMENT.length();
    parts.add(new Comment(text.substring(at, end)));
    return end;
  }

  private int solid(int at) {
    boolean isName = call != null && at == call.nameSpan().start() && at < call.nameSpan().end();
    if (!isName && call != null && at >= call.arguments().start() && BareRegex.isIn(call)) {
      return append(at, call.arguments().end());
    }
    int behind = search.behindSubsearch(at, from, to);
    SearchText found = behind < 0 ? null : search.subsearch(at, behind - 1);
    if (found != null) {
      finishWord();
      parts.add(new Subsearch(isSpaceBefore, found));
      isSpaceBefore = false;
      return behind;
    }
    if (call != null && isName) {
      return name(call);
    }
    return append(at, solid.behind(at));
  }

  private int append(int at, int end) {
    startWord();
    word.append(text, at, end);
    return end;
  }

  private int name(CommandCall named) {
    SourceSpan span = named.nameSpan();
    startWord();
    boolean isMacro = text.charAt(span.start()) == '`';
    word.append(isMacro ? text.substring(span.start(), span.end()) : named.name());
    return span.end();
  }

  private void startWord() {
    isWordApart = word.length() > 0 ? isWordApart : isSpaceBefore;
    isSpaceBefore = false;
  }
}
