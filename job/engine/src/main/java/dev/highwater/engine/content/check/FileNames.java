package dev.highwater.engine.content.check;

import dev.highwater.engine.content.ContentFile;
import dev.highwater.engine.content.Detection;

/** Files that are not called as what they hold. Rule S-2022. */
final class FileNames implements ContentCheck {

  @Override
  public String rule() {
    return "S-2022";
  }

  @Override
  public void check(ContentFile file, ContentIndex index, Faults faults) {
    String name = file.root().textOr("name", "");
    String stem = Detection.stemFor(name);
    if (name.isBlank() || stem.equals(file.stem()) || file.isOf(ContentFile.DEPLOYMENTS)) {
      return;
    }
    String message = "the file is not called by the name '" + name + "'";
    String hint = "Call it " + stem + ".yml";
    if (file.isOf(ContentFile.DETECTIONS)) {
      faults.error(file.root().place("name"), message, hint);
    } else {
      faults.warning(file.root().place("name"), message, hint);
    }
  }
}
