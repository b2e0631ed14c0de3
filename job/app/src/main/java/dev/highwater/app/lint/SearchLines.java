package dev.highwater.app.lint;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.SourceSpan;
import dev.highwater.engine.spl.SplSource;
import dev.highwater.engine.spl.SplSources;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads searches as lines of JSON, {@code {"id": ..., "spl": ...}}. Places in diagnostics are those
 * in the search's own text, which goes by its id.
 */
final class SearchLines {

  private static final JsonFactory FACTORY = new JsonFactory();

  private SearchLines() {}

  static void read(Path file, String text, List<LintTarget> targets, List<LintResult> unreadable) {
    SplSource whole = SplSources.of(file.toString(), text);
    int number = 0;
    int start = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      if (!line.isBlank()) {
        LintTarget target = target(file, number, line);
        if (target == null) {
          SourceSpan place = new SourceSpan(whole, start, start);
          unreadable.add(
              LintResult.unreadable(
                  file.toString(),
                  List.of(Diagnostic.error(place, "expected {\"id\": ..., \"spl\": ...}"))));
        } else {
          targets.add(target);
        }
      }
      start += line.length() + 1;
    }
  }

  private static @Nullable LintTarget target(Path file, int number, String line) {
    String id = file + ":" + number;
    String spl = null;
    try (JsonParser json = FACTORY.createParser(line)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return null;
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        JsonToken value = json.nextToken();
        if (name.equals("id") && value.isScalarValue()) {
          id = json.getText();
        } else if (name.equals("spl") && value == JsonToken.VALUE_STRING) {
          spl = json.getText();
        } else {
          json.skipChildren();
        }
      }
    } catch (IOException e) {
      return null; // the caller says which line it was
    }
    return spl == null
        ? null
        : new SearchTarget(id, file.toString(), SplSources.of("<" + id + ">", spl));
  }
}
