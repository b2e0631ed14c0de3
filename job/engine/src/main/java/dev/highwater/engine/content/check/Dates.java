package dev.highwater.engine.content.check;

import dev.highwater.engine.content.ContentFile;
import dev.highwater.engine.content.YamlMapping;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Dates of content: {@code date}, or since 2026 {@code creation_date} and {@code
 * modification_date}. Rule S-2023.
 */
final class Dates implements ContentCheck {

  private static final String DATE = "date";
  private static final String CREATED = "creation_date";
  private static final String MODIFIED = "modification_date";

  /** Parts of which each file must have a date. */
  private static final Set<String> DATED =
      Set.of(
          ContentFile.DETECTIONS,
          ContentFile.BASELINES,
          ContentFile.STORIES,
          ContentFile.DATA_SOURCES,
          ContentFile.DEPLOYMENTS);

  @Override
  public String rule() {
    return "S-2023";
  }

  @Override
  public void check(ContentFile file, ContentIndex index, Faults faults) {
    YamlMapping root = file.root();
    boolean isOfTwo = root.has(CREATED) || root.has(MODIFIED);
    if (!isOfTwo && !root.has(DATE) && DATED.contains(file.part())) {
      faults.error(root, DATE, "'date' is missing, or 'creation_date' and 'modification_date'");
    }
    date(root, DATE, faults);
    LocalDate created = date(root, CREATED, faults);
    LocalDate modified = date(root, MODIFIED, faults);
    if (isOfTwo && !(root.has(CREATED) && root.has(MODIFIED))) {
      String missing = root.has(CREATED) ? MODIFIED : CREATED;
      faults.error(root, missing, "'" + missing + "' is missing");
    }
    if (created != null && modified != null && modified.isBefore(created)) {
      faults.error(root, MODIFIED, "'modification_date' is before 'creation_date' " + created);
    }
  }

  private static @Nullable LocalDate date(YamlMapping root, String key, Faults faults) {
    if (!root.has(key)) {
      return null;
    }
    String text = root.textOr(key, "");
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      faults.error(root, key, "'" + key + "' must be a day such as 2026-03-05, not '" + text + "'");
      return null;
    }
  }
}
