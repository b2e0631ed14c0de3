package dev.highwater.engine.content.check;

import dev.highwater.engine.content.Detection;
import dev.highwater.engine.content.YamlMapping;

/** Searches that do not use the filter macro of their name. Rule S-1046. */
final class FilterMacros implements DetectionCheck {

  @Override
  public String rule() {
    return "S-1046";
  }

  @Override
  public void check(DetectionKeys detection, Faults faults) {
    YamlMapping root = detection.root();
    if (!root.has("name") || !root.has("search")) {
      return;
    }
    String macro = "`" + Detection.stemFor(root.textOr("name", "")) + "_filter`";
    if (!root.textOr("search", "").contains(macro)) {
      faults.error(
          root.place("search"),
          "the search does not use the filter macro of its name",
          "Write | " + macro + " at its end");
    }
  }
}
