package dev.highwater.connectors.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;

/** Files that hold files. Nothing is ever written: members are read where they lie (S-1322). */
enum Archive {
  ZIP {
    @Override
    List<Entry> entries(Path path, Compression compression) throws IOException {
      List<Entry> entries = new ArrayList<>();
      try (ZipFile zip = new ZipFile(path.toFile())) {
        for (ZipEntry entry : Collections.list(zip.entries())) {
          if (!entry.isDirectory()) {
            try (InputStream member = zip.getInputStream(entry)) {
              entries.add(Entry.of(entry.getName(), entry.getSize(), member));
            }
          }
          checkNumber(entries.size(), path);
        }
      }
      return entries;
    }

    @Override
    InputStream open(Path path, Compression compression, String name) throws IOException {
      ZipFile zip = new ZipFile(path.toFile());
      ZipEntry entry = zip.getEntry(name);
      if (entry == null) {
        zip.close();
        throw new IOException("no member " + name);
      }
      return new FilterInputStream(
          UnpackedStream.of(zip.getInputStream(entry), entry.getCompressedSize())) {
        @Override
        public void close() throws IOException {
          super.close();
          zip.close();
        }
      };
    }
  },
  TAR {
    @Override
    List<Entry> entries(Path path, Compression compression) throws IOException {
      List<Entry> entries = new ArrayList<>();
      try (TarArchiveInputStream tar = new TarArchiveInputStream(unpacked(path, compression))) {
        for (TarArchiveEntry entry = tar.getNextEntry();
            entry != null;
            entry = tar.getNextEntry()) {
          if (entry.isFile() && !entry.isSparse()) {
            entries.add(Entry.of(entry.getName(), entry.getSize(), tar));
          }
          checkNumber(entries.size(), path);
        }
      }
      return entries;
    }

    @Override
    InputStream open(Path path, Compression compression, String name) throws IOException {
      TarArchiveInputStream tar = new TarArchiveInputStream(unpacked(path, compression));
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        if (entry.isFile() && entry.getName().equals(name)) {
          return tar;
        }
      }
      tar.close();
      throw new IOException("no member " + name);
    }
  };

  private static final int MOST_MEMBERS = 100_000;
  private static final int HEAD_BYTES = 512;
  private static final int TAR_MARK = 257;

  /**
   * A member.
   *
   * @param size in bytes, as the archive unpacks it, -1 where it does not say it
   * @param compression of the member itself
   */
  record Entry(String name, long size, Compression compression) {
    static Entry of(String name, long size, InputStream content) throws IOException {
      return new Entry(name, size, Compression.ofHead(content.readNBytes(FileHead.BYTES)));
    }
  }

  /** The files in an archive, in its order. */
  abstract List<Entry> entries(Path path, Compression compression) throws IOException;

  /** The bytes of a member, as the archive has them. */
  abstract InputStream open(Path path, Compression compression, String name) throws IOException;

  /** What a file is an archive of; null when it is none. */
  static @Nullable Archive of(Path path, Compression compression) throws IOException {
    byte[] head;
    try (InputStream in = unpacked(path, compression)) {
      head = in.readNBytes(HEAD_BYTES);
    }
    byte[] mark = Arrays.copyOfRange(head, Math.min(TAR_MARK, head.length), head.length);
    if (new String(mark, StandardCharsets.ISO_8859_1).startsWith("ustar")) {
      return TAR;
    }
    String begin = new String(head, 0, Math.min(4, head.length), StandardCharsets.ISO_8859_1);
    return compression == Compression.NONE && begin.equals("PK\u0003\u0004") ? ZIP : null;
  }

  /**
   * What is wrong with the name of a member, null when nothing is: one that leads out of the
   * archive's folder is not to be trusted, even though nothing is written.
   */
  static @Nullable String fault(String name) {
    if (name.startsWith("/") || name.matches("[A-Za-z]:.*") || name.indexOf('\\') >= 0) {
      return "is no relative path";
    }
    if (Arrays.asList(name.split("/", -1)).contains("..")) {
      return "leads out of the archive";
    }
    return name.chars().anyMatch(Character::isISOControl) ? "has control characters" : null;
  }

  private static InputStream unpacked(Path path, Compression compression) throws IOException {
    return LogBytes.unpackedStream(Files.newInputStream(path), compression);
  }

  private static void checkNumber(int members, Path path) throws IOException {
    if (members > MOST_MEMBERS) {
      throw new IOException(path + " has more than " + MOST_MEMBERS + " members");
    }
  }
}
