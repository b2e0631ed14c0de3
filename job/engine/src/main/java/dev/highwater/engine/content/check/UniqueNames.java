package dev.highwater.engine.content.check;

import dev.highwater.engine.content.ContentFile;

/** Ids and names that two files of a folder have. Rule S-2021. */
final class UniqueNames implements ContentCheck {

  @Override
  public String rule() {
    return "S-2021";
  }

  @Override
  public void check(ContentFile file, ContentIndex index, Faults faults) {
    check(file, "id", index, faults);
    check(file, "name", index, faults);
  }

  private static void check(ContentFile file, String key, ContentIndex index, Faults faults) {
    ContentFile first = file.root().has(key) ? index.firstWithSame(file, key) : null;
    if (first != null) {
      faults.error(file.root(), key, "has the " + key + " of " + first.display());
    }
  }
}
