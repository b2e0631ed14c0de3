package dev.highwater.engine.content.check;

import dev.highwater.engine.content.ContentFile;
import dev.highwater.engine.content.YamlMapping;
import dev.highwater.engine.spl.SourceSpan;
import dev.highwater.engine.spl.SplSource;
import java.util.regex.Pattern;

/** Ids of content, techniques, vulnerabilities and atomic tests, and addresses. Rule S-2026. */
final class Identifiers implements ContentCheck {

  private static final Pattern UUID =
      Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");
  private static final Pattern TECHNIQUE = Pattern.compile("T[0-9]{4}(\\.[0-9]{3})?");
  private static final Pattern VULNERABILITY = Pattern.compile("CVE-[12][0-9]{3}-[0-9]+");
  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s/]+(/\\S*)?");

  @Override
  public String rule() {
    return "S-2026";
  }

  @Override
  public void check(ContentFile file, ContentIndex index, Faults faults) {
    YamlMapping root = file.root();
    String id = root.textOr("id", "");
    if (root.has("id") && !UUID.matcher(id).matches()) {
      faults.error(root, "id", "'id' must be a UUID, not '" + id + "'");
    }
    each(root, "references", ADDRESS, "an address that begins with https://", faults);
    if (file.isOf(ContentFile.DETECTIONS) || file.isOf(ContentFile.STORIES)) {
      YamlMapping grouped = file.grouped();
      each(grouped, "mitre_attack_id", TECHNIQUE, "a technique such as T1059.001", faults);
      each(grouped, "cve", VULNERABILITY, "an id such as CVE-2024-3094", faults);
      each(grouped, "atomic_guid", UUID, "a UUID", faults);
    }
  }

  private static void each(
      YamlMapping mapping, String key, Pattern form, String what, Faults faults) {
    for (SplSource value : mapping.sources(key)) {
      if (!form.matcher(value.text()).matches()) {
        faults.error(
            new SourceSpan(value, 0, value.text().length()),
            "'" + key + "' must hold " + what + ", not '" + value.text() + "'",
            null);
      }
    }
  }
}
