package dev.highwater.engine.content.check;

import dev.highwater.engine.content.YamlMapping;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one check has to say. */
final class Faults {

  private final String rule;
  private final List<Diagnostic> found = new ArrayList<>();

  Faults(String rule) {
    this.rule = rule;
  }

  /** An error at the value of a key, or at the mapping when the key is not there. */
  void error(YamlMapping mapping, String key, String message) {
    error(mapping.place(key), message, null);
  }

  /**
   * An error.
   *
   * @param hint what to write instead; null where nothing better is known than the message
   */
  void error(SourceSpan place, String message, @Nullable String hint) {
    add(Diagnostic.error(place, message), hint);
  }

  /** Something that the build lets pass. */
  void warning(SourceSpan place, String message, @Nullable String hint) {
    add(Diagnostic.warning(place, message), hint);
  }

  private void add(Diagnostic diagnostic, @Nullable String hint) {
    Diagnostic hinted = hint == null ? diagnostic : diagnostic.withHint(hint);
    found.add(hinted.withRule(rule));
  }

  List<Diagnostic> found() {
    return List.copyOf(found);
  }
}
