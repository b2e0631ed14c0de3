package dev.highwater.app.lint;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.SourceSpan;
import dev.highwater.engine.spl.SplException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the searches of a dashboard of Dashboard Studio: the {@code query} of each data source; one
 * that has {@code extend} goes on with the rows of another.
 */
final class DashboardJson {

  private static final JsonFactory FACTORY = new JsonFactory();

  /** What stands behind a backslash, and what it means. */
  private static final Map<Character, Character> ESCAPES =
      Map.of('n', '\n', 't', '\t', 'r', '\r', 'b', '\b', 'f', '\f');

  private final String file;
  private final MappedText json;
  private final List<LintTarget> searches = new ArrayList<>();

  private DashboardJson(String file, MappedText json) {
    this.file = file;
    this.json = json;
  }

  /** Whether the text may be such a dashboard. */
  static boolean isDashboard(String text) {
    return text.stripLeading().startsWith("{") && text.contains("\"dataSources\"");
  }

  /**
   * Its searches, in order.
   *
   * @throws SplException when it is no JSON
   */
  static List<LintTarget> read(String file, MappedText json) {
    DashboardJson reader = new DashboardJson(file, json);
    try (JsonParser parser = FACTORY.createParser(json.text())) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        reader.object(parser, "");
      }
    } catch (JsonProcessingException e) {
      int at = (int) Math.max(0, e.getLocation().getCharOffset());
      SourceSpan place = new SourceSpan(json.source(), Math.min(at, json.text().length()), at);
      throw new SplException(Diagnostic.error(place, "is not JSON: " + e.getOriginalMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read a text", e);
    }
    return reader.searches;
  }

  /** Reads an object; {@code name} is the data source's that it is or belongs to. */
  private void object(JsonParser parser, String name) throws IOException {
    MappedText query = null;
    boolean isContinuation = false;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      JsonToken value = parser.nextToken();
      if (key.equals("query") && value == JsonToken.VALUE_STRING) {
        query = string(parser);
      } else {
        isContinuation |= key.equals("extend") && value == JsonToken.VALUE_STRING;
        value(parser, key.equals("options") ? name : key);
      }
    }
    add(query, name, isContinuation);
  }

  private void value(JsonParser parser, String name) throws IOException {
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      object(parser, name);
    } else if (parser.currentToken() == JsonToken.START_ARRAY) {
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        value(parser, name);
      }
    }
  }

  private void add(@Nullable MappedText query, String name, boolean isContinuation) {
    if (query != null && !query.text().isBlank()) {
      searches.add(new DashboardSearch(name, file, query.source(), isContinuation, false));
    }
  }

  /** The string that the parser is at, read again with the places of its characters. */
  private MappedText string(JsonParser parser) throws IOException {
    String written = json.text();
    MappedText.Writer text = json.writer();
    int at = (int) parser.currentTokenLocation().getCharOffset() + 1;
    while (at < written.length() && written.charAt(at) != '"') {
      char c = written.charAt(at);
      char next = at + 1 < written.length() ? written.charAt(at + 1) : ' ';
      boolean isEscape = c == '\\';
      boolean isUnicode = isEscape && next == 'u' && at + 6 <= written.length();
      if (isUnicode) {
        text.add((char) Integer.parseInt(written.substring(at + 2, at + 6), 16), at);
      } else {
        text.add(isEscape ? ESCAPES.getOrDefault(next, next) : c, at);
      }
      at += isUnicode ? 6 : isEscape ? 2 : 1;
    }
    return text.end(at, parser.getText());
  }
}
