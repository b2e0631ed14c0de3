package dev.highwater.engine.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.addon.AddOnLayers;
import dev.highwater.engine.addon.AddOnLibrary;
import dev.highwater.engine.addon.AppFiles;
import dev.highwater.engine.addon.EventFields;
import dev.highwater.engine.addon.InstalledApps;
import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.event.RawEvent;
import dev.highwater.engine.plan.LookupDefinition;
import dev.highwater.engine.plan.MacroDefinition;
import dev.highwater.engine.spl.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** S-1301: apps of the user, and which of their settings hold. */
class AppReaderTest {

  private static final EventOrigin ORIGIN = new EventOrigin("in", "h", "s", "st", "main");

  @TempDir private Path directory;

  @Test
  void atSearchTimeTheLastAppHoldsAndLocalOverDefaultWithinIt() throws IOException {
    file("a/default/props.conf", "[st]\nEVAL-x = \"a default\"\nEVAL-y = \"a default\"\n");
    file("a/local/props.conf", "[st]\nEVAL-x = \"a local\"\nEVAL-y = \"a local\"\n");
    file("b/default/props.conf", "[st]\nEVAL-x = \"b default\"\n");

    assertThat(values("", "x", "y")).containsExactly("b default", "a local");
  }

  @Test
  void forReadingTheFirstAppHoldsAndAllLocalOverAllDefault() throws IOException {
    file("a/default/props.conf", "[st]\nTIME_PREFIX = a=\nTIME_FORMAT = %Y-%m-%d\n");
    file("b/default/props.conf", "[st]\nTIME_PREFIX = b=\n");
    assertThat(time("b=2026-03-02 a=2026-03-01")).isEqualTo("2026-03-01");
    file("b/local/props.conf", "[st]\nTIME_PREFIX = c=\n");
    file("c/local/props.conf", "[st]\nTIME_PREFIX = d=\n");
    assertThat(time("d=2026-03-04 c=2026-03-03 b=2026-03-02 a=2026-03-01")).isEqualTo("2026-03-03");
  }

  @Test
  void macrosLookupsAndTablesBelongToTheContent() throws IOException {
    file("a/default/macros.conf", "[m(1)]\nargs = x\ndefinition = f=$x$\n[n]\ndefinition = a\n");
    file("a/local/macros.conf", "[m(1)]\ndefinition = g=$x$\n");
    file("a/default/props.conf", "[st]\nLOOKUP-x = codes code\n");
    file(
        "a/default/transforms.conf",
        """
        [codes]
        filename = codes.csv
        [other]
        filename = other.csv
        match_type = WILDCARD(k)
        [kv]
        external_type = kvstore
        collection = c
        fields_list = _key, k, v
        """);
    file("a/lookups/codes.csv", "code,text\n1,one\n");
    file("a/lookups/other.csv", "k,v\n*,any\n");

    ContentPack pack = ContentPack.builtIn().withApps(read());

    assertThat(pack.problems()).isEmpty();
    assertThat(pack.macro("m", 1))
        .extracting(macro -> macro.definition().text(), MacroDefinition::arguments)
        .containsExactly("g=$x$", List.of("x"));
    assertThat(pack.lookupDefinitions().keySet()).contains("codes", "other", "other.csv", "kv");
    assertThat(pack.lookupDefinitions().get("kv"))
        .extracting(LookupDefinition::fields)
        .isEqualTo(List.of("k", "v"));
    assertThat(pack.apps().apps())
        .extracting(app -> List.copyOf(app.texts().keySet()))
        .containsExactly(
            List.of("default/props.conf", "default/transforms.conf", "lookups/codes.csv"));
    assertThat(values("code=1", "text")).containsExactly("one");
  }

  @Test
  void whatCannotBeReadIsSaidAndTheRestHolds() throws IOException {
    file("a/default/props.conf", "[st]\nno setting\nEVAL-x = 1\n");
    file("a/default/macros.conf", "[m]\nargs = x\n");
    file("a/default/data/models/Bad.json", "{\"modelName\": 1");
    file("a/lookups/../lookups/x.csv", "a\n");
    Files.write(file("a/default/tags.conf", ""), new byte[] {(byte) 0xff, 'x'});

    UserApps apps = read();

    assertThat(apps.problems())
        .extracting(problem -> problem.location().file().replace(directory + "/", ""))
        .containsExactly(
            "a/default/data/models/Bad.json", "a/default/tags.conf", "a/default/macros.conf");
    assertThat(AddOnLayers.of(apps.installed()).problems())
        .extracting(Diagnostic::message)
        .containsExactly("expected [stanza], key = value or # comment");
    assertThat(values("", "x")).containsExactly("1");
  }

  @Test
  void aDirectoryIsAnAppOrHoldsApps() throws IOException {
    file("x/a/default/props.conf", "[st]\nEVAL-x = \"first\"\n");
    file("y/a/default/props.conf", "[st]\nEVAL-x = \"second\"\n");
    file("z/readme", "");

    UserApps apps =
        AppReader.read(
            List.of(directory.resolve("x"), directory.resolve("y/a"), directory.resolve("z")),
            true);

    assertThat(apps.installed().apps()).extracting(AppFiles::place).hasSize(1);
    assertThat(apps.installed().apps().get(0).text("default/props.conf")).contains("second");
    assertThat(apps.problems())
        .extracting(Diagnostic::message)
        .containsExactly("has no apps: an app is a directory with default/ or local/");
  }

  @Test
  void anAppMayBeALinkButNoFileInIt() throws IOException {
    file("real/default/props.conf", "[st]\nEVAL-x = 1\n");
    Path secret = file("secret.conf", "[s]\n");
    Files.createSymbolicLink(directory.resolve("real/default/tags.conf"), secret);
    Files.createDirectories(directory.resolve("apps"));
    Files.createSymbolicLink(directory.resolve("apps/linked"), directory.resolve("real"));

    assertThat(
            AppReader.read(List.of(directory.resolve("apps")), true)
                .installed()
                .apps()
                .get(0)
                .texts()
                .keySet())
        .containsExactly("default/props.conf");
  }

  @Test
  void aRevisionCarriesThemAsText() {
    InstalledApps apps =
        new InstalledApps(
            List.of(
                new AppFiles("b", "/b", Map.of("default/props.conf", "[st]\n")),
                new AppFiles("a", "/a", Map.of())),
            false);
    ContentRevision revision = ContentRevision.of(List.of(), List.of(), List.of(), apps);

    assertThat(ContentRevisionCodec.decode(ContentRevisionCodec.encode(revision)))
        .isEqualTo(revision);
    assertThat(apps.apps()).extracting(AppFiles::name).containsExactly("a", "b");
  }

  private UserApps read() {
    return AppReader.read(List.of(directory), true);
  }

  private AddOnLibrary library() {
    AddOnLayers layers = AddOnLayers.of(read().installed());
    return new AddOnLibrary(
        layers, ZoneOffset.UTC, new AddOnLookups(layers), ContentPack.builtIn());
  }

  private List<String> values(String text, String... names) {
    EventFields fields = library().fieldsOf(ORIGIN);
    fields.moveTo(RawEvent.of(ORIGIN, 0, text), 0);
    return Arrays.stream(names)
        .map(name -> fields.get(name))
        .map(value -> value == null ? "NULL" : value.text())
        .toList();
  }

  private String time(String text) {
    long millis = library().fieldsOf(ORIGIN).timeOf(RawEvent.of(ORIGIN, 0, text));
    return Instant.ofEpochMilli(millis).toString().substring(0, 10);
  }

  private Path file(String path, String text) throws IOException {
    Path file = directory.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
