package dev.highwater.engine.addon;

import dev.highwater.engine.spl.Diagnostic;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of a table are written: {@code INDEXED_EXTRACTIONS} with what belongs to it
 * (S-1316).
 *
 * @param delimiter what stands between two values
 * @param headerLine the line with the names, counted from 1; 0 for the first that is not empty
 * @param names of the columns where the settings say them, else empty
 */
public record TableDialect(char delimiter, int headerLine, List<String> names) {

  /** Commas, and the names in the first line. */
  public static final TableDialect CSV = new TableDialect(',', 0, List.of());

  private static final Map<String, Character> DELIMITERS =
      Map.of("csv", ',', "tsv", '\t', "psv", '|');

  private static final Map<String, Character> NAMED_DELIMITERS =
      Map.of("space", ' ', "tab", '\t', "\\t", '\t', "comma", ',', "pipe", '|', "semicolon", ';');

  public TableDialect {
    names = List.copyOf(names);
  }

  /**
   * {@code null} for settings that speak of no table.
   *
   * @param problems told of settings that cannot be used, which then count as not said
   */
  static @Nullable TableDialect of(ConfStanza props, Consumer<Diagnostic> problems) {
    String kind = String.valueOf(props.value("INDEXED_EXTRACTIONS")).toLowerCase(Locale.ROOT);
    Character usual = DELIMITERS.get(kind);
    if (usual == null) {
      return null;
    }
    UsableSettings settings = new UsableSettings(props, problems);
    return new TableDialect(
        settings.read("FIELD_DELIMITER", TableDialect::delimiter).orElse(usual),
        Math.max(0, settings.read("HEADER_FIELD_LINE_NUMBER", UsableSettings::number).orElse(0)),
        settings.read("FIELD_NAMES", setting -> ConfWords.of(setting.value())).orElse(List.of()));
  }

  private static char delimiter(ConfSetting setting) {
    String text = setting.value();
    Character named = NAMED_DELIMITERS.get(text.toLowerCase(Locale.ROOT));
    if (named != null) {
      return named;
    }
    if (text.length() != 1 || text.charAt(0) > 127) {
      throw new IllegalArgumentException(
          "expected one character, or tab, space, comma, pipe, not '" + text + "'");
    }
    return text.charAt(0);
  }
}
