package dev.highwater.engine.compile;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.highwater.engine.content.ContentPack;
import dev.highwater.engine.content.ContentReader;
import dev.highwater.engine.detect.Knowledge;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.SplSource;
import dev.highwater.engine.spl.SplSources;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** The texts of the corpora, and what the compiler says of them. */
final class ConformanceCorpus {

  /** The corpus holds parts of searches, too: what stands behind a pipe. */
  private static final String WITHOUT_ROWS = "a search must start with a command that makes rows";

  private static final Path SHARED = Path.of(System.getProperty("highwater.shared", ""));

  private final ContentPack content =
      ContentReader.read(List.of(SHARED.resolve("corpus").resolve("escu")));
  private final SearchCompiler compiler =
      new SearchCompiler(Knowledge.builtIn(content, content.lookupDefinitions(), ZoneOffset.UTC));

  /** One text, under an id of twelve hexadecimal digits. */
  record Text(String id, String kind, String note, SplSource spl) {

    boolean isMacro() {
      return kind.equals("macro");
    }

    /** Whether it comes from the tests of another parser, where it may be wrong on purpose. */
    boolean isLiteral() {
      return kind.equals("gotest");
    }

    /** Whether words near it say that it is wrong. */
    boolean isMarked() {
      return note.contains("may be a negative case");
    }

    boolean isSearch() {
      return !isMacro() && !isLiteral();
    }
  }

  ContentPack content() {
    return content;
  }

  SearchCompiler compiler() {
    return compiler;
  }

  static List<Text> texts() throws IOException {
    List<Text> texts = new ArrayList<>();
    Path file = SHARED.resolve("conformance").resolve("spl").resolve("queries.jsonl.gz");
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        Map<String, String> fields = fields(line);
        texts.add(
            new Text(
                fields.getOrDefault("id", ""),
                fields.getOrDefault("kind", ""),
                fields.getOrDefault("note", ""),
                SplSources.of("<spl>", fields.getOrDefault("spl", ""))));
      }
    }
    return texts;
  }

  /** What is wrong with a search; nothing where it is compiled or refused by name. */
  List<String> mistakes(SplSource search) {
    return faults(search).stream()
        .filter(each -> each.severity() == Diagnostic.Severity.ERROR)
        .filter(each -> !each.message().startsWith("unknown lookup"))
        .map(
            each -> each.location().line() + ":" + each.location().column() + ": " + each.message())
        .toList();
  }

  /** Whether a text is refused, be it wrong or not supported. */
  boolean isRefused(SplSource search) {
    return !faults(search).isEmpty();
  }

  private List<Diagnostic> faults(SplSource search) {
    return compiler.compile(search).diagnostics().stream()
        .filter(each -> !each.isWarning())
        .filter(each -> !each.message().startsWith("unknown macro"))
        .filter(each -> !each.message().equals(WITHOUT_ROWS))
        .toList();
  }

  private static Map<String, String> fields(String line) throws IOException {
    Map<String, String> fields = new TreeMap<>();
    try (JsonParser json = new JsonFactory().createParser(line)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        if (json.nextToken() == JsonToken.VALUE_STRING) {
          fields.put(name, json.getText());
        } else {
          json.skipChildren();
        }
      }
    }
    return fields;
  }
}
