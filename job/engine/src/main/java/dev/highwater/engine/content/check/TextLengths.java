package dev.highwater.engine.content.check;

import dev.highwater.engine.content.ContentFile;
import dev.highwater.engine.content.YamlMapping;

/** Texts that are too long for where they go, or too short to say something. Rule S-2031. */
final class TextLengths implements ContentCheck {

  @Override
  public String rule() {
    return "S-2031";
  }

  @Override
  public void check(ContentFile file, ContentIndex index, Faults faults) {
    YamlMapping root = file.root();
    check(root, "name", 1, 99, faults);
    check(root, "author", 1, 255, faults);
    check(root, "description", 1, 10_000, faults);
    check(root, "how_to_implement", 4, Integer.MAX_VALUE, faults);
    check(root, "known_false_positives", 4, Integer.MAX_VALUE, faults);
    if (root.optionalInteger("version").orElse(0) < 0) {
      faults.error(root, "version", "'version' must be 0 or more");
    }
  }

  private static void check(YamlMapping root, String key, int least, int most, Faults faults) {
    int length = root.textOr(key, "").length();
    if (root.has(key) && length < least) {
      faults.error(root, key, "'" + key + "' must have at least " + least + " characters");
    } else if (length > most) {
      faults.error(
          root,
          key,
          "'" + key + "' has " + length + " characters (must have " + most + " at most)");
    }
  }
}
