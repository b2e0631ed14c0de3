package dev.highwater.engine.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.LookupDefinition;
import dev.highwater.engine.plan.LookupDefinition.MatchType;
import dev.highwater.engine.spl.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What searches get of the lookups of content. Rules S-351, S-352, S-355, S-356, S-992. */
class LookupContentsTest {

  @TempDir private Path folder;

  @Test
  void quotesLineEndsAndMarksOfCsvAreUnderstood() throws IOException {
    write("t.csv", "\uFEFFa, b \r\n1,\"x, \"\"y\"\"\nz\"\r\n\r\n2,\r\n3\r\n");
    assertThat(content().lookupTable("t.csv"))
        .isEqualTo(
            new dev.highwater.engine.plan.LookupTable(
                List.of("a", "b"), List.of(row("1", "x, \"y\"\nz"), row("2", ""), row("3", ""))));
  }

  @Test
  void aDefinitionSaysHowItMatches() throws IOException {
    write("tools2024.csv", "name,mail\n");
    write(
        "tools.yml",
        "name: tools",
        "filename: tools2024.csv",
        "match_type: WILDCARD(name), cidr(net)",
        "min_matches: 1",
        "max_matches: 1",
        "default_match: false",
        "case_sensitive_match: 'false'");
    assertThat(content().lookupDefinitions())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "tools",
                new LookupDefinition(
                    "tools",
                    List.of(),
                    Map.of("name", MatchType.WILDCARD, "net", MatchType.CIDR),
                    false,
                    1,
                    1,
                    "false",
                    true),
                "tools2024.csv",
                new LookupDefinition("tools", List.of(), Map.of(), true, 100, 0, null, true)));
  }

  @Test
  void aCollectionIsEmptyAndHasItsFields() throws IOException {
    write("seen.yml", "name: seen", "collection: seen", "fields_list: _key, user, count");
    assertThat(content().lookupDefinitions().get("seen"))
        .extracting(LookupDefinition::fields, LookupDefinition::isWritable)
        .containsExactly(List.of("user", "count"), true);
    assertThat(content().lookupTable("seen"))
        .isEqualTo(new dev.highwater.engine.plan.LookupTable(List.of("user", "count"), List.of()));
  }

  @Test
  void aModelIsNoTable() throws IOException {
    write("model.yml", "name: model", "filename: model.mlmodel");
    assertThat(content().lookupDefinitions().get("model"))
        .extracting(LookupDefinition::isWritable)
        .isEqualTo(false);
    assertThat(content().lookupTable("nothing")).isNull();
  }

  @Test
  void aMatchTypeThatIsNoneIsAProblem() throws IOException {
    write("t.yml", "name: t", "filename: t.csv", "match_type: WILDCRD(a)");
    assertThat(content().problems())
        .extracting(Diagnostic::message)
        .containsExactly("'WILDCRD(a)' must be WILDCARD(field), CIDR(field) or EXACT(field)");
  }

  private void write(String name, String... lines) throws IOException {
    Path file = folder.resolve("lookups").resolve(name);
    Files.createDirectories(folder.resolve("lookups"));
    Files.writeString(file, String.join("\n", lines));
  }

  private ContentPack content() {
    return ContentReader.read(List.of(folder));
  }

  private static Row row(String a, String b) {
    return new Row().set("a", FieldValue.of(a)).set("b", FieldValue.of(b));
  }
}
