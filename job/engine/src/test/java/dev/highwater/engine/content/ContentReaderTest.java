package dev.highwater.engine.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.plan.MacroDefinition;
import dev.highwater.engine.schedule.SearchSchedule;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.SplSources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentReaderTest {

  private static final String DEPLOYMENT =
      """
      name: TTP
      type: TTP
      scheduling: {cron_schedule: 0 * * * *, earliest_time: -70m@m, latest_time: -10m@m}
      alert_action:
        notable: {rule_title: '%name%', rule_description: '%description%', nes_fields: [dest]}
        rba: {enabled: true}
      """;

  @TempDir private Path folder;

  @Test
  void readsACheckout() {
    write("contentctl.yml", "app: {label: Mine}\n");
    write("detections/endpoint/one.yml", detection("One", "id-1"));
    write("deployments/ttp.yml", DEPLOYMENT);
    write("macros/m.yml", "name: m\narguments: [a, b]\ndefinition: a=$a$ b=$b$\n");
    write("lookups/l.yml", "name: l\nfilename: l.csv\nmatch_type: WILDCARD(x)\n");
    write("stories/s.yml", "name: S\nid: s\n");
    write("data_sources/d.yml", "name: D\nsource: s\nsourcetype: t\n");

    ContentPack pack = ContentReader.read(List.of(folder));

    assertThat(pack.problems()).isEmpty();
    Detection one = pack.detections().get(0);
    assertThat(one.file()).isEqualTo("detections/endpoint/one.yml");
    assertThat(one.searchName()).isEqualTo("Mine - One - Rule");
    assertThat(pack.raisesRisk(one)).isTrue();
    assertThat(Objects.requireNonNull(pack.deploymentOf(one)).notable())
        .isEqualTo(new Deployment.Notable("%name%", "%description%", List.of("dest")));
    assertThat(definition(pack, "m", 2)).isEqualTo("a=$a$ b=$b$");
    assertThat(pack.macro("m", 1)).isNull();
    assertThat(pack.lookups().get("l"))
        .extracting(Lookup::fileName, Lookup::matchTypes)
        .containsExactly("l.csv", List.of("WILDCARD(x)"));
    assertThat(pack.stories()).containsOnlyKeys("S");
    assertThat(pack.dataSources().get("D"))
        .isEqualTo(new DataSource("D", "s", "t", "data_sources/d.yml"));
  }

  @Test
  void knowsThePlatformsMacrosAndTheFiltersOfDetections() {
    write("detections/one.yml", detection("One Two", "id-1"));

    ContentPack pack = ContentReader.read(List.of(folder));

    assertThat(definition(pack, "drop_dm_object_name", 1)).isEqualTo("rename \"$object$.*\" as *");
    assertThat(definition(pack, "one_two_filter", 0)).isEqualTo("search *");
    assertThat(pack.macro("other_filter", 0)).isNull();
    assertThat(pack.signatures()).contains("one_two_filter", "drop_dm_object_name(1)");
  }

  @Test
  void theUsersMacrosWin() {
    write("detections/one.yml", detection("One", "id-1"));
    MacroDefinition mine =
        new MacroDefinition(
            "one_filter", List.of(), SplSources.of("mine", "search dest!=lab*"), false);

    ContentPack pack = ContentReader.read(List.of(folder)).withMacros(List.of(mine));

    assertThat(pack.macro("one_filter", 0)).isEqualTo(mine);
    assertThat(pack.detections()).hasSize(1);
  }

  @Test
  void aBadFileNeverStopsTheOthers() {
    write("detections/bad.yml", "name: [\n");
    write("detections/one.yml", detection("One", "id-1"));
    write("detections/same.yml", detection("Other", "id-1"));
    write("deployments/bad.yml", DEPLOYMENT.replace("0 * * * *", "0 * * * MON"));
    write("deployments/reversed.yml", DEPLOYMENT.replace("-70m@m", "-5m"));
    writeBytes("macros/latin.yml", "name: é".getBytes(StandardCharsets.ISO_8859_1));

    ContentPack pack = ContentReader.read(List.of(folder, folder.resolve("nowhere")));

    assertThat(pack.detections()).extracting(Detection::name).containsExactly("One");
    assertThat(pack.problems())
        .extracting(this::shortened)
        .satisfiesExactly(
            first -> assertThat(first).startsWith("detections/bad.yml:2:1: is not YAML"),
            second ->
                assertThat(second).startsWith("deployments/bad.yml:3:29: Invalid day of week"),
            third -> assertThat(third).contains("'earliest_time' -5m is not before latest -10m@m"),
            fourth -> assertThat(fourth).isEqualTo("macros/latin.yml:1:1: is not UTF-8"),
            fifth ->
                assertThat(fifth)
                    .isEqualTo(
                        "detections/same.yml:6:9: has the id of 'One' in detections/one.yml"),
            sixth -> assertThat(sixth).startsWith("nowhere/:1:1: holds no content"));
  }

  @Test
  void twoOfOneKindInAFolderAreAProblem() {
    write("deployments/a.yml", DEPLOYMENT);
    write("deployments/b.yml", DEPLOYMENT);
    write("macros/m.yml", "name: m\ndefinition: one\n");
    write("macros/n.yml", "name: m\ndefinition: two\n");

    ContentPack pack = ContentReader.read(List.of(folder));

    assertThat(pack.problems())
        .extracting(this::shortened)
        .containsExactly(
            "macros/n.yml:2:13: has the name of the macro `m` in macros/m.yml",
            "deployments/b.yml:1:1: has the type 'TTP' as " + folder + "/deployments/a.yml has");
    assertThat(definition(pack, "m", 0)).isEqualTo("one");
  }

  @Test
  void laterFoldersWin() {
    write("a/detections/one.yml", detection("One", "id-1"));
    write("a/detections/two.yml", detection("Two", "id-2"));
    write("a/detections/three.yml", detection("Three", "id-3"));
    write("b/detections/uno.yml", detection("Uno", "id-1"));
    write("b/detections/two.yml", detection("Two", "id-9"));

    ContentPack pack = ContentReader.read(List.of(folder.resolve("a"), folder.resolve("b")));

    assertThat(pack.detections())
        .extracting(Detection::name, Detection::id)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Three", "id-3"),
            org.assertj.core.groups.Tuple.tuple("Two", "id-9"),
            org.assertj.core.groups.Tuple.tuple("Uno", "id-1"));
  }

  @Test
  void findsWhatAUserMeans() {
    write("detections/endpoint/one.yml", detection("One Thing", "id-1"));
    write("detections/web/two.yml", detection("Another Thing", "id-2"));
    ContentPack pack = ContentReader.read(List.of(folder));

    assertThat(names(pack, "one thing")).containsExactly("One Thing");
    assertThat(names(pack, "ID-2")).containsExactly("Another Thing");
    assertThat(names(pack, "two.yml")).containsExactly("Another Thing");
    assertThat(names(pack, "two")).containsExactly("Another Thing");
    assertThat(names(pack, "web/two.yml")).containsExactly("Another Thing");
    assertThat(names(pack, folder + "/detections/web/two.yml")).containsExactly("Another Thing");
    assertThat(names(pack, "* THING")).containsExactly("One Thing", "Another Thing");
    assertThat(names(pack, "detections/web/*")).containsExactly("Another Thing");
    assertThat(names(pack, "thing")).isEmpty();
    assertThat(pack.notFound("One Thng"))
        .isEqualTo("no detection 'One Thng'. Did you mean 'One Thing'?");
    assertThat(pack.notFound("zzzzzzzzz")).isEqualTo("no detection 'zzzzzzzzz'");
  }

  @Test
  void addsADetectionFromAFileOfItsOwn() {
    write("detections/one.yml", detection("One", "id-1"));
    write("mine.yml", detection("Mine", "id-2"));
    write("bad.yml", "name: Bad\n");
    ContentPack pack = ContentReader.read(List.of(folder));

    ContentPack more = ContentReader.withDetection(pack, folder.resolve("mine.yml"));
    ContentPack bad = ContentReader.withDetection(pack, folder.resolve("bad.yml"));
    ContentPack missing = ContentReader.withDetection(pack, folder.resolve("missing.yml"));

    assertThat(names(more, folder + "/mine.yml")).containsExactly("Mine");
    assertThat(more.signatures()).contains("mine_filter", "one_filter", "drop_dm_object_name(1)");
    assertThat(bad.problems()).hasSize(4);
    assertThat(missing.problems())
        .extracting(this::shortened)
        .singleElement()
        .satisfies(problem -> assertThat(problem).startsWith("missing.yml:1:1: cannot be read: "));
  }

  @Test
  void readsTheHeaderOfALookupWhenAsked() throws IOException {
    write("lookups/l.yml", "name: l\nfilename: l.csv\n");
    write("lookups/l.csv", "\uFEFFa,\"b,\"\"c\"\"\",d\r\n1,2,3\r\n");

    Lookup lookup = ContentReader.read(List.of(folder)).lookups().get("l");

    assertThat(Objects.requireNonNull(lookup).table().header())
        .containsExactly("a", "b,\"c\"", "d");
  }

  @Test
  void aDetectionsOwnDeploymentWins() {
    write("deployments/ttp.yml", DEPLOYMENT);
    write(
        "detections/one.yml",
        detection("One", "id-1")
            + "deployment:\n  scheduling: {cron_schedule: 5 1 * * *, earliest_time: -1d@d,"
            + " latest_time: '@d'}\n");
    ContentPack pack = ContentReader.read(List.of(folder));

    SearchSchedule schedule = pack.scheduleOf(pack.detections().get(0), ZoneOffset.UTC);

    assertThat(pack.problems()).isEmpty();
    assertThat(schedule).hasToString("5 1 * * * -1d@d..@d Z");
    assertThat(pack.raisesRisk(pack.detections().get(0))).isFalse();
  }

  private List<String> names(ContentPack pack, String text) {
    return pack.find(text).stream().map(Detection::name).toList();
  }

  private static String definition(ContentPack pack, String name, int arguments) {
    return Objects.requireNonNull(pack.macro(name, arguments)).definition().text();
  }

  private String shortened(Diagnostic problem) {
    String place = problem.location().display().replace(folder + "/", "");
    return place + ": " + problem.message();
  }

  private static String detection(String name, String id) {
    return "name: "
        + name
        + "\nid: "
        + id
        + "\nversion: 1\ntype: TTP\nstatus: production\n"
        + "search: index=x\n";
  }

  private void write(String path, String text) {
    writeBytes(path, text.getBytes(StandardCharsets.UTF_8));
  }

  private void writeBytes(String path, byte[] bytes) {
    try {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
