package dev.highwater.engine.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highwater.engine.spl.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** S-2090, S-2091: what is written in content leads to files of the content alone. */
class EnclosureTest {

  private static final String DETECTION =
      """
      name: %s
      id: %s
      version: 1
      type: Hunting
      status: production
      search: index=a | stats count
      """;

  @TempDir private Path directory;
  private Path content;

  @BeforeEach
  void aSecretLiesBesideTheContent() throws IOException {
    content = directory.resolve("content");
    file("secret.csv", "user,password\nroot,sesame\n");
    file("outside/one.yml", DETECTION.formatted("Outside", "id-2"));
    file("content/detections/inside.yml", DETECTION.formatted("Inside", "id-1"));
    file("content/lookups/own.csv", "a,b\n1,2\n");
    file("content/lookups/own.yml", "name: own\nfilename: own.csv\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../secret.csv",
        "../lookups/../../secret.csv",
        "/secret.csv",
        "\\secret.csv",
        "C:secret.csv",
        "linked.csv",
        "folder/secret.csv",
        "dangling.csv"
      })
  void aTableOutsideIsRefusedWhereItIsNamedAndTheRestHolds(String table) throws IOException {
    link("content/lookups/linked.csv", "secret.csv");
    link("content/lookups/folder", ".");
    link("content/lookups/dangling.csv", "not-there.csv");
    file("content/lookups/bad.yml", "name: bad\nfilename: " + table + "\n");

    ContentPack pack = ContentReader.read(List.of(content));

    assertThat(rendered(pack))
        .contains(
            "content/lookups/bad.yml:2:11 '"
                + table
                + "' leads out of the content: the table must lie in its lookups/");
    assertThat(pack.lookups()).containsOnlyKeys("own");
    assertThat(pack.detections()).extracting(Detection::name).containsExactly("Inside");
    assertThat(Objects.requireNonNull(pack.lookups().get("own")).contents().rows()).hasSize(1);
  }

  @Test
  void aLookupsNameLeadsOutNoMoreThanItsFile() throws IOException {
    file("content/lookups/bad.yml", "name: ../../secret\nlookup_type: csv\n");

    assertThat(rendered(ContentReader.read(List.of(content))))
        .containsExactly(
            "content/lookups/bad.yml:1:1 '../../secret.csv' leads out of the content: the table"
                + " must lie in its lookups/");
  }

  @ParameterizedTest
  @CsvSource({
    "detections/linked.yml, outside/one.yml",
    "detections/folder, outside",
    "lookups/linked.csv, secret.csv",
    "macros/linked.yml, secret.csv",
    "detections/dangling.yml, not-there.yml",
  })
  void aLinkThatLeadsOutIsLeftOut(String link, String target) throws IOException {
    link("content/" + link, target);

    ContentPack pack = ContentReader.read(List.of(content));

    assertThat(rendered(pack))
        .containsExactly(
            "content/"
                + link
                + ":1:1 is a link that leads out of the content and is left out: put the file"
                + " itself here");
    assertThat(pack.detections()).extracting(Detection::name).containsExactly("Inside");
    assertThat(pack.lookups()).containsOnlyKeys("own");
  }

  @Test
  void aPartThatIsALinkOutIsNotListed() throws IOException {
    link("content/macros", "outside");

    assertThat(rendered(ContentReader.read(List.of(content))))
        .allMatch(each -> each.contains("macros is a link that leads out of the directory"))
        .hasSize(1);
  }

  @Test
  void linksInsideHold() throws IOException {
    file("content/data/v2/table.csv", "a\n1\n");
    file("content/data/macros/m.yml", "name: m\ndefinition: a=1\n");
    link("content/lookups/table.csv", "content/data/v2/table.csv");
    link("content/macros", "content/data/macros");
    file("content/lookups/table.yml", "name: table\nfilename: table.csv\n");

    ContentPack pack = ContentReader.read(List.of(content));

    assertThat(pack.problems()).isEmpty();
    assertThat(Objects.requireNonNull(pack.lookups().get("table")).contents().rows()).hasSize(1);
    assertThat(pack.macro("m", 0)).isNotNull();
  }

  @Test
  void contentMayItselfBeReachedByALink() throws IOException {
    link("linked", "content");

    assertThat(ContentReader.read(List.of(directory.resolve("linked"))).problems()).isEmpty();
  }

  @Test
  void nothingOutsideIsReadWhoeverAsks() {
    DirectoryFolder folder = new DirectoryFolder(content);

    assertThatThrownBy(() -> folder.text("../secret.csv"))
        .hasMessage("../secret.csv leads out of the directory");
    assertThatThrownBy(() -> folder.text(directory.resolve("secret.csv").toString()))
        .hasMessageEndingWith("leads out of the directory");
  }

  @Test
  void whatTheUserNamesMayBeALink() throws IOException {
    link("mine.yml", "outside/one.yml");
    link("tables/mine.csv", "secret.csv");

    ContentPack pack =
        ContentReader.withDetection(ContentPack.builtIn(), directory.resolve("mine.yml"))
            .withLookupFiles(directory.resolve("tables"));

    assertThat(pack.problems()).isEmpty();
    assertThat(pack.detections()).extracting(Detection::name).contains("Outside");
    assertThat(Objects.requireNonNull(pack.lookups().get("mine.csv")).contents().rows()).hasSize(1);
  }

  @Test
  void ofAnAppNoLinkIsFollowedAndNoTableOutsideIsNamed() throws IOException {
    file("app/default/transforms.conf", "[codes]\nfilename = ../../secret.csv\n[kv]\ncollection=c");
    link("app/lookups", ".");
    link("app/local/props.conf", "secret.csv");

    UserApps apps = AppReader.read(List.of(directory.resolve("app")), false);

    assertThat(apps.problems().stream().map(this::rendered))
        .containsExactly(
            "app/local/props.conf:1:1 is a link and left out: put the file itself into the app",
            "app/lookups:1:1 is a link and left out: put the file itself into the app",
            "app/default/transforms.conf:2:12 '../../secret.csv' leads out of the app's lookups/");
    assertThat(apps.installed().apps().get(0).texts()).containsOnlyKeys("default/transforms.conf");
    assertThat(apps.lookups()).containsKey("kv");
  }

  private List<String> rendered(ContentPack pack) {
    return pack.problems().stream().map(this::rendered).toList();
  }

  private String rendered(Diagnostic problem) {
    return problem.location().file().replace(directory + "/", "")
        + ":"
        + problem.location().line()
        + ":"
        + problem.location().column()
        + " "
        + problem.message();
  }

  private void file(String path, String text) throws IOException {
    Path file = directory.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void link(String path, String target) throws IOException {
    Path link = directory.resolve(path);
    Files.createDirectories(link.getParent());
    Files.createSymbolicLink(link, directory.resolve(target));
  }
}
