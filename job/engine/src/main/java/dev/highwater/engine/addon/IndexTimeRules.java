package dev.highwater.engine.addon;

import dev.highwater.engine.command.SedScript;
import dev.highwater.engine.event.Framing;
import dev.highwater.engine.event.RawEvent;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.SourceSpan;
import dev.highwater.engine.spl.SplException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a source does to its records before any search sees them: {@code SEDCMD-}, then {@code
 * TRANSFORMS-}, each in the order of their names (S-1320, S-1321). Immutable.
 */
public final class IndexTimeRules {

  private final List<SedScript> scripts = new ArrayList<>();
  private final List<IndexTransform> transforms = new ArrayList<>();

  /**
   * @param problems told of settings that cannot be used, which are left out
   */
  IndexTimeRules(ConfStanza props, Map<String, ConfStanza> stanzas, Consumer<Diagnostic> problems) {
    new TreeMap<>(props.settings())
        .forEach(
            (key, setting) -> {
              if (key.startsWith("SEDCMD-")) {
                SourceSpan span = new SourceSpan(setting.source(), 0, setting.value().length());
                attempt(() -> scripts.add(SedScript.parse(span, setting.value())), problems);
              } else if (key.startsWith("TRANSFORMS-")) {
                for (String name : setting.value().split(",", -1)) {
                  attempt(
                      () -> transforms.add(transform(name.strip(), setting, stanzas)), problems);
                }
              }
            });
  }

  private static void attempt(Runnable reading, Consumer<Diagnostic> problems) {
    try {
      reading.run();
    } catch (SplException e) {
      problems.accept(e.diagnostic());
    }
  }

  private static IndexTransform transform(
      String name, ConfSetting setting, Map<String, ConfStanza> stanzas) {
    ConfStanza stanza = stanzas.get(name);
    if (stanza == null) {
      throw RegexExtraction.fault(setting, "there is no transform '" + name + "'");
    }
    return IndexTransform.read(stanza, setting);
  }

  /** True when every record stays as it is. */
  public boolean isEmpty() {
    return scripts.isEmpty() && transforms.isEmpty();
  }

  /**
   * A record as it goes on; {@code null} when it does not. One that is not whole stays as it is.
   *
   * @param tally is told of a match that was given up (S-929)
   */
  public @Nullable RawEvent apply(RawEvent raw, Consumer<String> tally) {
    if (isEmpty() || raw.framing() != Framing.WHOLE) {
      return raw;
    }
    EventDraft draft = new EventDraft(raw);
    for (SedScript script : scripts) {
      draft.setText(script.apply(draft.text(), tally));
    }
    for (IndexTransform transform : transforms) {
      transform.apply(draft, tally);
    }
    return draft.isDropped() ? null : draft.event();
  }
}
