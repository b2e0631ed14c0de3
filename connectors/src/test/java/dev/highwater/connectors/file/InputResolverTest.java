package dev.highwater.connectors.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.event.EventOrigin;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules S-918, S-921. */
class InputResolverTest {

  private static final String POINTER =
      "version https://git-lfs.github.com/spec/v1\noid sha256:aa\nsize 5\n";

  @TempDir Path root;
  private Path folder;

  @BeforeEach
  void createDatasetFolder() throws IOException {
    folder = Files.createDirectories(root.resolve("datasets/attack_techniques/T1003/dump"));
  }

  @Test
  void aManifestNamesItsLogsFromTheCheckoutsRoot() throws IOException {
    Path log = write("sysmon.log", "x\n");
    Path manifest =
        manifest("m.yml", "/datasets/attack_techniques/T1003/dump/sysmon.log", "ST", "SRC");
    assertThat(resolve(manifest).files()).containsExactly(file(log, "SRC", "ST"));
  }

  @Test
  void aManifestOutsideItsCheckoutFindsTheLogBesideIt() throws IOException {
    Path elsewhere = Files.createDirectories(root.resolve("elsewhere"));
    Path log = Files.writeString(elsewhere.resolve("sysmon.log"), "x\n");
    Path manifest =
        Files.writeString(
            elsewhere.resolve("m.yml"),
            "datasets:\n- {path: /datasets/T1/sysmon.log, sourcetype: ST}\n");
    assertThat(resolve(manifest).files()).containsExactly(file(log, log.toString(), "ST"));
  }

  @Test
  void olderManifestsPairAddressesWithSourcetypesByPosition() throws IOException {
    Path a = write("a.log", "x\n");
    Path b = write("b.log", "x\n");
    Path manifest =
        write(
            "old.yml",
            """
            dataset:
            - https://host/media/org/attack_data/master/datasets/attack_techniques/T1003/dump/a.log
            - https://host/media/org/attack_data/master/datasets/attack_techniques/T1003/dump/b.log
            sourcetypes:
            - - A
            - B
            source:
            - S
            """);
    assertThat(resolve(manifest).files()).containsExactly(file(a, "S", "A"), file(b, "S", "B"));
  }

  @Test
  void replayManifestsStateTheIndexAndSwitchLogsOff() throws IOException {
    Path log = write("notable.log", "x\n");
    Path manifest =
        write(
            "replay.yml",
            """
            datasets:
            - name: on
              path: /home/me/attack_data/datasets/attack_techniques/T1003/dump/notable.log
              replay_parameters: {source: S, sourcetype: stash, index: Risk}
              enabled: True
            - name: off
              path: /home/me/gone.log
              enabled: False
            """);
    EventOrigin origin = new EventOrigin(log.toString(), "unknown", "S", "stash", "risk");
    assertThat(resolve(manifest))
        .isEqualTo(
            new ResolvedInputs(
                List.of(new InputFile(log, origin, Compression.NONE, RecordFormat.LINES, 2)),
                List.of()));
  }

  @Test
  void aLogTakesItsSourcetypeFromTheManifestBesideIt() throws IOException {
    Path log = write("sysmon.log", "x\n");
    manifest("m.yml", "/datasets/attack_techniques/T1003/dump/sysmon.log", "ST", "SRC");
    assertThat(resolve(log).files()).containsExactly(file(log, "SRC", "ST"));
  }

  @Test
  void whatTheUserSaysWinsOverManifests() throws IOException {
    Path log = write("sysmon.log", "x\n");
    manifest("m.yml", "sysmon.log", "ST", "SRC");
    OriginSettings settings = new OriginSettings("h", null, "mine", "IX");
    EventOrigin origin = new EventOrigin(log.toString(), "h", "SRC", "mine", "ix");
    assertThat(resolver(settings).resolve(List.of(log.toString())).files())
        .extracting(InputFile::origin)
        .containsExactly(origin);
  }

  @Test
  void aDirectoryIsReadByItsNewestManifestsAndLeavesOutWhatItCannotUse() throws IOException {
    Path b = write("b.log", "x\n");
    Path a = write("a.log", "x\n");
    write(".hidden.log", "x\n");
    Path pulled = write("unpulled.log", POINTER);
    Path plain = write("plain.txt", "x\n");
    Path manifest =
        write(
            "z.yml",
            """
            datasets:
            - {path: a.log, sourcetype: A, source: S}
            - {path: b.log, sourcetype: B, source: S}
            - {path: unpulled.log, sourcetype: B, source: S}
            - {path: gone.log, sourcetype: B, source: S}
            """);
    write("a_old.yml", "dataset: [a.log]\nsourcetypes: [OLD]\n");
    ResolvedInputs inputs = resolve(root);
    assertThat(inputs.files()).containsExactly(file(a, "S", "A"), file(b, "S", "B"));
    assertThat(inputs.problems())
        .containsExactly(
            InputProblem.warning(manifest + ":5:10", "no such file: " + folder.resolve("gone.log")),
            InputProblem.warning(
                plain.toString(),
                "no sourcetype for " + plain + ": give --sourcetype, or a manifest that states it"),
            InputProblem.warning(
                manifest + ":4:10",
                pulled
                    + " is a pointer, not data; run git lfs pull --include"
                    + " \"datasets/attack_techniques/T1003/dump/unpulled.log\""));
  }

  @Test
  void aGlobTakesFilesAndDirectoriesThatMatch() throws IOException {
    Path a = write("a.log", "x\n");
    write("b.txt", "x\n");
    OriginSettings settings = new OriginSettings(null, "S", "ST", null);
    InputResolver resolver = resolver(settings);
    assertThat(resolver.resolve(List.of(folder + "/*.log")).files())
        .containsExactly(file(a, "S", "ST"));
    assertThat(resolver.resolve(List.of(root + "/datasets/**/T1*")).files()).hasSize(2);
  }

  @Test
  void aFileGivenTwiceIsReadOnce() throws IOException {
    Path log = write("a.log", "x\n");
    OriginSettings settings = new OriginSettings(null, "S", "ST", null);
    String detour = folder + "/../dump/a.log";
    assertThat(resolver(settings).resolve(List.of(log.toString(), detour)))
        .isEqualTo(
            new ResolvedInputs(
                List.of(file(log, "S", "ST")),
                List.of(InputProblem.warning(detour, log + " is given twice; it is read once"))));
  }

  @Test
  void theStandardInputIsSpooledToAFile() throws IOException {
    OriginSettings settings = new OriginSettings(null, null, "ST", null);
    ResolvedInputs inputs = resolver(settings).resolve(List.of("-"));
    InputFile spooled = inputs.files().get(0);
    assertThat(spooled.path()).hasContent("piped");
    assertThat(spooled.origin()).isEqualTo(new EventOrigin("-", "unknown", "stdin", "ST", "main"));
  }

  @Test
  void packingIsToldByTheContentNotTheName() throws IOException {
    write("m.yml", "datasets: [{path: packed.log, sourcetype: ST, source: S}]");
    Path packed = Files.write(folder.resolve("packed.log"), NumberedLines.of(3).gzip());
    assertThat(resolve(packed).files())
        .extracting(InputFile::compression)
        .containsExactly(Compression.GZIP);
  }

  @Test
  void rawEventLinesNeedNoSourcetype() throws IOException {
    Path events = write("e.jsonl", "{\"sourcetype\":\"ST\",\"raw\":\"x\"}\n");
    assertThat(resolve(events).files())
        .extracting(InputFile::format)
        .containsExactly(RecordFormat.RAW_EVENTS);
  }

  @Test
  void saysAllThatIsWrongAtOnce() throws IOException {
    Path untyped = write("x.log", "x\n");
    Path pointer = write("p.log", POINTER);
    Path badYaml = write("bad.yml", "datasets:\n- path: [\n");
    Path noPath = write("nopath.yml", "datasets:\n- name: x\n");
    Path readme = write("readme.yml", "a: b\n");
    Path empty = Files.createDirectories(root.resolve("empty"));
    List<String> inputs =
        List.of(
            root + "/nowhere.log",
            untyped.toString(),
            pointer.toString(),
            badYaml.toString(),
            noPath.toString(),
            readme.toString(),
            empty.toString(),
            root + "/*.evtx");
    ResolvedInputs resolved = resolver(OriginSettings.NONE).resolve(inputs);
    assertThat(resolved.hasErrors()).isTrue();
    assertThat(resolved.problems())
        .extracting(
            problem ->
                problem.render().replace(folder.toString(), "DIR").replace(root.toString(), "ROOT"))
        .containsExactly(
            "ROOT/nowhere.log: no such file or directory",
            "DIR/x.log: no sourcetype for DIR/x.log:"
                + " give --sourcetype, or a manifest that states it",
            "DIR/p.log: DIR/p.log is a pointer, not data; run git lfs pull --include"
                + " \"datasets/attack_techniques/T1003/dump/p.log\"",
            "DIR/bad.yml:3:1: bad YAML:" + " expected the node content, but found '<stream end>'",
            "DIR/nopath.yml:2:3: data set without a path",
            "DIR/readme.yml: lists no logs: a manifest has datasets with path and sourcetype",
            "ROOT/empty: directory has no logs",
            "ROOT/*.evtx: matches nothing");
  }

  private InputResolver resolver(OriginSettings settings) {
    return new InputResolver(
        settings, new ByteArrayInputStream("piped".getBytes(StandardCharsets.UTF_8)));
  }

  private ResolvedInputs resolve(Path input) {
    return resolver(OriginSettings.NONE).resolve(List.of(input.toString()));
  }

  private Path write(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private Path manifest(String name, String path, String sourcetype, String source)
      throws IOException {
    return write(
        name,
        """
        author: A
        datasets:
        - name: n
          path: %s
          sourcetype: %s
          source: %s
        """
            .formatted(path, sourcetype, source));
  }

  private static InputFile file(Path path, String source, String sourcetype) {
    EventOrigin origin = new EventOrigin(path.toString(), "unknown", source, sourcetype, "main");
    return new InputFile(path, origin, Compression.NONE, RecordFormat.LINES, 2);
  }
}
