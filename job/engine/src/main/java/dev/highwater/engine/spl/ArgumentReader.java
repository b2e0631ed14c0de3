package dev.highwater.engine.spl;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the arguments of a command from left to right, in whatever dialect the command speaks. What
 * cannot be read is an {@link SplException} that points at it.
 */
public final class ArgumentReader {

  private final CommandCall call;
  private final SplCursor cursor;
  private final WordReader words;
  private final Set<String> options = new HashSet<>();

  public ArgumentReader(CommandCall call) {
    this.call = call;
    this.cursor = new SplCursor(call.arguments());
    this.words = new WordReader(cursor);
  }

  /** What was noticed on the way and stops nothing. */
  public List<Diagnostic> warnings() {
    return List.copyOf(cursor.warnings());
  }

  public boolean isAtEnd() {
    return cursor.isAtEnd();
  }

  /** The next word, quoted string or single character; an empty span at the end. */
  public SourceSpan here() {
    int start = cursor.position();
    if (cursor.isNext('"')) {
      return cursor.span(start, Quotes.skip(cursor.text(), start, cursor.end()));
    }
    int end = words.bareEnd(start);
    return end > start ? cursor.span(start, end) : cursor.here();
  }

  /** Whether {@code word} is next as a bare word, ignoring case. */
  public boolean peekKeyword(String word) {
    int start = cursor.position();
    return words.bareEnd(start) - start == word.length()
        && cursor.text().regionMatches(true, start, word, 0, word.length());
  }

  /** Reads {@code word} if it is next. */
  public boolean tryKeyword(String word) {
    if (!peekKeyword(word)) {
      return false;
    }
    cursor.moveTo(cursor.position() + word.length());
    return true;
  }

  public void expectKeyword(String word) {
    if (!tryKeyword(word)) {
      throw expected("'" + word + "'");
    }
  }

  public boolean peekPunctuation(char c) {
    return cursor.isNext(c);
  }

  /** Reads {@code c} if it is next. */
  public boolean tryPunctuation(char c) {
    return cursor.take(c);
  }

  public void expectPunctuation(char c) {
    if (!cursor.take(c)) {
      throw expected("'" + c + "'");
    }
  }

  /**
   * A bare word or a quoted string. A bare word ends at white space and at {@code , ( ) [ ] | = "}.
   *
   * @param what names it in messages: {@code a field name}
   */
  public Word word(String what) {
    Word word = words.tryWord();
    if (word == null) {
      throw expected(what);
    }
    return word;
  }

  /** A bare word or a quoted string, if one is next. */
  public @Nullable Word tryWord() {
    return words.tryWord();
  }

  /**
   * A {@link #word} that may go on in parentheses, without a space before them: {@code values(x)}
   * as the name of a column.
   */
  public Word fieldName(String what) {
    Word name = words.tryFieldName();
    if (name == null) {
      throw expected(what);
    }
    return name;
  }

  /**
   * {@code name=value}, spaces around the sign allowed, if one of {@code names} is next; each
   * stands once in a command (S-1015).
   */
  public @Nullable Option tryOption(String... names) {
    if (!peekOption()) {
      return null;
    }
    for (String name : names) {
      if (peekKeyword(name)) {
        int start = cursor.position();
        SourceSpan span = cursor.span(start, start + name.length());
        if (!options.add(name)) {
          throw new SplException(
              Diagnostic.error(span, "option '" + name + "' stands here twice").withRule("S-1015"));
        }
        cursor.moveTo(span.end());
        cursor.take('=');
        return new Option(name, span, value(name));
      }
    }
    return null;
  }

  private Word value(String option) {
    Word value = words.tryValue();
    if (value == null) {
      throw expected("a value for '" + option + "='");
    }
    return value;
  }

  /** Whether {@code word =} is next. */
  public boolean peekOption() {
    int start = cursor.position();
    int end = words.bareEnd(start);
    int sign = CharacterKinds.skipSpace(cursor.text(), end, cursor.end());
    return end > start && cursor.charAt(sign) == '=' && cursor.charAt(sign + 1) != '=';
  }

  /**
   * Field names separated by commas or spaces, up to a bare word of {@code stopKeywords} (ignoring
   * case), an option, anything else that is no name, or the end. Empty if none is next.
   */
  public List<Word> fieldList(String... stopKeywords) {
    List<Word> fields = new ArrayList<>();
    while (true) {
      while (cursor.take(',')) {
        // a comma too many does no harm
      }
      if (isAtEnd() || peekAnyKeyword(stopKeywords) || peekOption()) {
        return fields;
      }
      Word field = words.tryFieldName();
      if (field == null) {
        return fields;
      }
      fields.add(field);
    }
  }

  /**
   * A {@link #fieldList} of one field or more (S-1014).
   *
   * @param what names one of them in messages: {@code a by-field}
   */
  public List<Word> fields(String what, String... stopKeywords) {
    List<Word> fields = fieldList(stopKeywords);
    if (fields.isEmpty()) {
      throw expected(what);
    }
    return fields;
  }

  private boolean peekAnyKeyword(String... keywords) {
    for (String keyword : keywords) {
      if (peekKeyword(keyword)) {
        return true;
      }
    }
    return false;
  }

  /**
   * A search expression up to one of {@code stopKeywords} (bare, ignoring case, outside of
   * parentheses) or the end; {@link SearchExpression.Everything} if there is none.
   */
  public SearchExpression searchExpression(String... stopKeywords) {
    return new SearchExpressionParser(cursor, List.of(stopKeywords)).expression();
  }

  /** An eval expression, up to what cannot continue it: a comma, {@code )}, a keyword, the end. */
  public Expression expression() {
    return new ExpressionParser(cursor).expression();
  }

  public boolean peekSubsearch() {
    return cursor.isNext('[');
  }

  /** The search between brackets. */
  public Pipeline subsearch() {
    if (!peekSubsearch()) {
      throw expected("a subsearch in brackets");
    }
    return Subsearches.read(cursor);
  }

  /** Everything up to the end, which is then reached. */
  public String rest() {
    return restSpan().text();
  }

  /** Where {@link #rest} is; it is then reached, too. */
  public SourceSpan restSpan() {
    SourceSpan span = cursor.span(cursor.position(), cursor.end());
    cursor.moveTo(cursor.end());
    return span;
  }

  /** A whole number of at least 1, called {@code what} in messages. */
  public long positiveInteger(String what) {
    return positiveInteger(word("a value for " + what), what);
  }

  /** A word that has to be a whole number of at least 1, called {@code what} in messages. */
  public long positiveInteger(Word word, String what) {
    long number = wholeNumber(word.text());
    if (number < 1) {
      throw error(
          word.span(), what + " must be a whole number of at least 1, not '" + word.text() + "'");
    }
    return number;
  }

  private static long wholeNumber(String digits) {
    boolean isNumber = !digits.isEmpty() && digits.length() <= 18;
    for (int i = 0; i < digits.length(); i++) {
      isNumber &= CharacterKinds.isDigit(digits.charAt(i));
    }
    return isNumber ? Long.parseLong(digits) : -1;
  }

  /** What {@code t true 1 f false 0} say, ignoring case. */
  public boolean bool(Word value) {
    return switch (value.text().toLowerCase(Locale.ROOT)) {
      case "t", "true", "1" -> true;
      case "f", "false", "0" -> false;
      default -> throw error(value.span(), "expected true or false, not '" + value.text() + "'");
    };
  }

  public void expectEnd() {
    if (!isAtEnd()) {
      String message = "unexpected '" + here().text() + "' in '" + call.name() + "'";
      String instead = ForeignWords.instead(here().text());
      throw instead == null ? error(here(), message) : error(here(), message, instead);
    }
  }

  private SplException expected(String what) {
    String found =
        isAtEnd() ? "but '" + call.name() + "' ends here" : "not '" + here().text() + "'";
    return error(here(), "expected " + what + ", " + found);
  }

  /** An error at {@code span}, to be thrown. */
  public SplException error(SourceSpan span, String message) {
    return SplCursor.error(span, message);
  }

  /** An error that says what to write instead. */
  public SplException error(SourceSpan span, String message, String hint) {
    return SplCursor.error(span, message, hint);
  }
}
