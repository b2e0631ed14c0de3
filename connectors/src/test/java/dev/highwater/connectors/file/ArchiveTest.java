package dev.highwater.connectors.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highwater.engine.event.RawEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule S-1322. */
class ArchiveTest {

  @TempDir Path directory;

  @SuppressWarnings("ArrayRecordComponent") // it is only carried
  private record Member(String name, byte[] content) {
    static Member of(String name, String text) {
      return new Member(name, text.getBytes(StandardCharsets.UTF_8));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.zip", "a.tar", "a.tgz", "oddly.named"})
  void eachMemberIsALog(String name) throws IOException {
    Path archive =
        archive(
            name,
            Member.of("x/one.log", "1\n2\n"),
            new Member("two.log.gz", gzip("3\n")),
            Member.of("empty.log", ""));
    ResolvedInputs inputs = resolve(archive.toString());
    assertThat(inputs.problems()).isEmpty();
    assertThat(read(inputs))
        .containsExactly(
            archive + "!x/one.log@0:1", archive + "!x/one.log@2:2", archive + "!two.log.gz@0:3");
    assertThat(inputs.files()).extracting(InputFile::isSplittable).containsOnly(false);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.zip", "a.tgz"})
  void oneMemberCanBeNamed(String name) throws IOException {
    Path archive = archive(name, Member.of("one.log", "1\n"), Member.of("two.log", "2\n"));
    assertThat(read(resolve(archive + "!two.log"))).containsExactly(archive + "!two.log@0:2");
    assertThat(resolve(archive + "!none.log").problems())
        .extracting(InputProblem::message)
        .containsExactly(archive + " has no member none.log");
  }

  @Test
  void membersAreReadInSplitsThatTravel() throws IOException {
    Path archive = archive("a.tgz", Member.of("one.log", "1\n2\n"));
    LogFile file = LogFile.of(resolve(archive.toString()).files().get(0));
    LogSplit split = LogSplit.fresh(file, 0, 0, file.size());
    LogSplit back =
        LogSplitSerializer.INSTANCE.deserialize(
            LogSplitSerializer.INSTANCE.getVersion(), LogSplitSerializer.INSTANCE.serialize(split));
    assertThat(back.file()).isEqualTo(file);
    try (ByteInput input = LogBytes.open(back.file())) {
      byte[] bytes = new byte[4];
      assertThat(input.read(bytes, 0, 4)).isEqualTo(4);
      assertThat(bytes).asString(StandardCharsets.UTF_8).isEqualTo("1\n2\n");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "../evil.log    | '../evil.log' leads out of the archive",
        "x/../../evil   | 'x/../../evil' leads out of the archive",
        "/etc/evil      | '/etc/evil' is no relative path",
        "C:evil         | 'C:evil' is no relative path",
        "x\\..\\evil     | 'x\\..\\evil' is no relative path"
      })
  void aMemberThatLeadsOutIsNotRead(String name, String message) throws IOException {
    for (String kind : List.of("a.zip", "a.tar")) {
      Path archive = archive(kind, Member.of(name, "1\n"), Member.of("good.log", "2\n"));
      ResolvedInputs inputs = resolve(archive.toString());
      assertThat(inputs.problems())
          .extracting(InputProblem::message)
          .containsExactly(archive + ": the member " + message);
      assertThat(read(inputs)).containsExactly(archive + "!good.log@0:2");
    }
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).hasSize(2);
    }
  }

  @Test
  void ofMembersOfOneNameTheFirstIsRead() throws IOException {
    Path archive = archive("a.tar", Member.of("a.log", "1\n"), Member.of("a.log", "2\n"));
    ResolvedInputs inputs = resolve(archive.toString());
    assertThat(inputs.problems())
        .extracting(InputProblem::message)
        .containsExactly(archive + ": the member 'a.log' is there twice; the first is read");
    assertThat(read(inputs)).containsExactly(archive + "!a.log@0:1");
  }

  @Test
  void whatIsBrokenIsAProblem() throws IOException {
    Path archive = Files.writeString(directory.resolve("a.zip"), "PK\u0003\u0004 and no more");
    assertThat(resolve(archive.toString()).problems())
        .extracting(InputProblem::message)
        .singleElement()
        .asString()
        .startsWith(archive + " is a zip that cannot be read: ");
  }

  @ParameterizedTest
  @CsvSource({"1, 512", "1000000, 512", "100000000000, 1048576"})
  void stopsWhereSoMuchComesOutThatItIsNoLog(long packed, long mebibytesUntilItStops)
      throws IOException {
    try (InputStream endless = UnpackedStream.of(new Zeros(), packed)) {
      assertThatThrownBy(() -> endless.skipNBytes((mebibytesUntilItStops << 20) + 1))
          .hasMessageStartingWith("unpacks to more than ")
          .hasMessageEndingWith("not read on");
    }
    try (InputStream endless = UnpackedStream.of(new Zeros(), packed)) {
      endless.skipNBytes(256L << 20);
    }
  }

  /** For ever, and at no cost. */
  private static final class Zeros extends InputStream {
    @Override
    public int read() {
      return 0;
    }

    @Override
    public int read(byte[] into, int at, int length) {
      return length;
    }

    @Override
    public long skip(long bytes) {
      return bytes;
    }
  }

  private static ResolvedInputs resolve(String input) {
    OriginSettings settings = new OriginSettings(null, null, "st", null);
    return new InputResolver(settings, InputStream.nullInputStream()).resolve(List.of(input));
  }

  private static List<String> read(ResolvedInputs inputs) throws IOException {
    List<String> read = new ArrayList<>();
    for (InputFile file : inputs.files()) {
      try (RawEventReader events = RawEventReader.open(file)) {
        while (events.hasNext()) {
          RawEvent event = events.next();
          assertThat(event.origin().source()).isEqualTo(event.origin().input());
          read.add(event + ":" + event.text());
        }
      }
    }
    return read;
  }

  private Path archive(String name, Member... members) throws IOException {
    Path path = directory.resolve(name);
    try (OutputStream out = Files.newOutputStream(path)) {
      if (name.endsWith(".zip")) {
        zip(out, members);
      } else if (name.endsWith(".tar")) {
        tar(out, members);
      } else {
        try (OutputStream packed = new GZIPOutputStream(out)) {
          tar(packed, members);
        }
      }
    }
    return path;
  }

  private static void zip(OutputStream out, Member... members) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    zip.putNextEntry(new ZipEntry("folder/"));
    for (Member member : members) {
      zip.putNextEntry(new ZipEntry(member.name()));
      zip.write(member.content());
    }
    zip.finish();
  }

  private static void tar(OutputStream out, Member... members) throws IOException {
    TarArchiveOutputStream tar = new TarArchiveOutputStream(out);
    tar.putArchiveEntry(new TarArchiveEntry("folder/"));
    tar.closeArchiveEntry();
    for (Member member : members) {
      TarArchiveEntry entry = new TarArchiveEntry(member.name(), true);
      entry.setSize(member.content().length);
      tar.putArchiveEntry(entry);
      tar.write(member.content());
      tar.closeArchiveEntry();
    }
    tar.finish();
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream packed = new GZIPOutputStream(out)) {
      packed.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }
}
