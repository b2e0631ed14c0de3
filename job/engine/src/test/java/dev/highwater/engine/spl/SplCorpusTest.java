package dev.highwater.engine.spl;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Searches that others wrote, macros unexpanded. */
@EnabledIfSystemProperty(named = "highwater.shared", matches = ".+")
class SplCorpusTest {

  private static final List<Map<String, String>> QUERIES = new ArrayList<>();

  @BeforeAll
  static void readQueries() throws IOException {
    Path file = Path.of(System.getProperty("highwater.shared"), "conformance/spl/queries.jsonl.gz");
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file));
        JsonParser json = new JsonFactory().createParser(in)) {
      while (json.nextToken() == JsonToken.START_OBJECT) {
        QUERIES.add(query(json));
      }
    }
  }

  private static Map<String, String> query(JsonParser json) throws IOException {
    Map<String, String> query = new HashMap<>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      if (json.nextToken().isScalarValue()) {
        query.put(name, json.getText());
      } else {
        json.skipChildren();
      }
    }
    return query;
  }

  private static String text(Map<String, String> query, String name) {
    return query.getOrDefault(name, "");
  }

  private static boolean isValid(Map<String, String> query) {
    String note = text(query, "note");
    return !note.contains("negative case")
        && !note.contains("MALFORMED")
        && !"true".equals(query.get("unbalanced"));
  }

  @Test
  void splitsTheSearchesOfThePublicCorpus() {
    List<String> failures = new ArrayList<>();
    int valid = 0;
    for (Map<String, String> query : QUERIES) {
      if (isValid(query)) {
        valid++;
        failureOf(query, failures);
      }
    }
    assertThat(valid).isGreaterThan(10_000);
    assertThat(failures).hasSizeLessThan(valid / 100);
  }

  private static void failureOf(Map<String, String> query, List<String> failures) {
    try {
      SplParser.parse(SplSources.of(text(query, "source"), text(query, "spl")));
    } catch (SplException e) {
      failures.add(e.getMessage());
    }
  }

  @Test
  void readsTheSearchAndWhereExpressionsOfThePublicCorpus() {
    List<String> failures = new ArrayList<>();
    int read = 0;
    for (Map<String, String> query : QUERIES) {
      if (isValid(query)) {
        read += readExpressions(query, failures);
      }
    }
    assertThat(read).isGreaterThan(10_000);
    assertThat(failures).hasSizeLessThan(read / 100);
  }

  private static int readExpressions(Map<String, String> query, List<String> failures) {
    int read = 0;
    try {
      for (CommandCall call : SplParser.parse(SplSources.of("", text(query, "spl"))).calls()) {
        read += readExpression(call, failures);
      }
    } catch (SplException e) {
      return read; // the other test counts these
    }
    return read;
  }

  private static int readExpression(CommandCall call, List<String> failures) {
    ArgumentReader arguments = new ArgumentReader(call);
    try {
      switch (call.name()) {
        case "search" -> arguments.searchExpression();
        case "where" -> arguments.expression();
        default -> {
          return 0;
        }
      }
      arguments.expectEnd();
    } catch (SplException e) {
      failures.add(e.getMessage());
    }
    return 1;
  }
}
