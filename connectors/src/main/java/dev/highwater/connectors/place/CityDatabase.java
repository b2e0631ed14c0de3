package dev.highwater.connectors.place;

import com.maxmind.db.CHMCache;
import com.maxmind.db.InvalidDatabaseException;
import com.maxmind.db.Reader;
import com.maxmind.db.Reader.FileMode;
import dev.highwater.engine.plan.Place;
import dev.highwater.engine.plan.PlaceDatabase;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file of MaxMind's form with cities in it, such as GeoLite2 City or DB-IP City Lite. The file is
 * mapped into memory; it may be deleted while it is open.
 */
public final class CityDatabase implements PlaceDatabase {

  private final Reader reader;

  private CityDatabase(Reader reader) {
    this.reader = reader;
  }

  /**
   * Opens a file.
   *
   * @throws IOException when it cannot be read, or is no such file
   */
  public static CityDatabase open(File file) throws IOException {
    try {
      return new CityDatabase(new Reader(file, FileMode.MEMORY_MAPPED, new CHMCache()));
    } catch (InvalidDatabaseException e) {
      throw new IOException(file + " is no database of MaxMind's form", e);
    }
  }

  /**
   * {@inheritDoc}
   *
   * @throws UncheckedIOException when the file is damaged
   */
  @Override
  public @Nullable Place place(byte[] address, List<String> languages) {
    Object found;
    try {
      found = reader.get(InetAddress.getByAddress(address), Object.class);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the database of places", e);
    }
    return found instanceof Map<?, ?> record ? place(new Entry(record), languages) : null;
  }

  private static Place place(Entry record, List<String> languages) {
    List<String> wanted = new ArrayList<>(languages);
    wanted.add("en");
    Entry location = record.entry("location");
    return new Place(
        record.entry("city").name(wanted),
        record.first("subdivisions").name(wanted),
        record.entry("country").name(wanted),
        record.entry("continent").name(wanted),
        location.text("metro_code"),
        location.text("time_zone"),
        location.number("latitude"),
        location.number("longitude"));
  }

  /** A map of the file; what is not there is empty. */
  private record Entry(Map<?, ?> map) {

    Entry entry(String key) {
      return new Entry(map.get(key) instanceof Map<?, ?> inner ? inner : Map.of());
    }

    Entry first(String key) {
      return new Entry(
          map.get(key) instanceof List<?> list
                  && !list.isEmpty()
                  && list.get(0) instanceof Map<?, ?> inner
              ? inner
              : Map.of());
    }

    String text(String key) {
      Object value = map.get(key);
      return value == null ? "" : value.toString();
    }

    double number(String key) {
      return map.get(key) instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    String name(List<String> languages) {
      Entry names = entry("names");
      for (String language : languages) {
        String name =
            language.equals(PlaceDatabase.CODES)
                ? text(map.containsKey("iso_code") ? "iso_code" : "code")
                : names.text(language);
        if (!name.isEmpty()) {
          return name;
        }
      }
      return "";
    }
  }
}
