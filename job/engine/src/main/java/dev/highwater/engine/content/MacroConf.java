package dev.highwater.engine.content;

import dev.highwater.engine.addon.ConfFile;
import dev.highwater.engine.addon.ConfSetting;
import dev.highwater.engine.addon.ConfStanza;
import dev.highwater.engine.plan.MacroDefinition;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.SourceSpan;
import dev.highwater.engine.spl.SplSource;
import dev.highwater.engine.spl.SplSources;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads macros.conf: stanzas {@code [name]} and {@code [name(2)]} (S-663, S-664). */
final class MacroConf {

  private static final Pattern STANZA = Pattern.compile("([^()\\s]+)(?:\\(([0-9]{1,3})\\))?");
  private static final Set<String> TRUE = Set.of("1", "true", "t", "yes", "y");

  private final String name;
  private final String text;
  private final List<MacroDefinition> macros = new ArrayList<>();
  private final List<Diagnostic> problems = new ArrayList<>();

  MacroConf(String name, String text) {
    this.name = name;
    this.text = text;
  }

  /**
   * All stanzas but {@code [default]}.
   *
   * @throws dev.highwater.engine.spl.SplException for a text that is not in .conf syntax
   */
  MacroFile read() {
    read(ConfFile.parse(name, text).values());
    return new MacroFile(macros, problems);
  }

  /**
   * Reads stanzas, of one file or of several that lie over one another; a bad one does not stop the
   * others.
   */
  void read(Collection<ConfStanza> stanzas) {
    stanzas.stream().filter(stanza -> !stanza.name().equals("default")).forEach(this::add);
  }

  List<MacroDefinition> macros() {
    return macros;
  }

  List<Diagnostic> problems() {
    return problems;
  }

  private void add(ConfStanza stanza) {
    Matcher signature = STANZA.matcher(stanza.name());
    ConfSetting definition = stanza.settings().get("definition");
    if (!signature.matches()) {
      problem(stanza, "must be [name] or [name(number of arguments)]");
    } else if (definition == null) {
      problem(stanza, "has no definition");
    } else {
      List<String> arguments = arguments(stanza.settings().get("args"));
      int count = signature.group(2) == null ? 0 : Integer.parseInt(signature.group(2));
      if (arguments.size() != count) {
        problem(stanza, "takes " + count + " arguments, but args names " + arguments.size());
      }
      macros.add(
          new MacroDefinition(signature.group(1), arguments, definition.source(), isEval(stanza)));
    }
  }

  private static List<String> arguments(@Nullable ConfSetting setting) {
    return setting == null
        ? List.of()
        : Arrays.stream(setting.value().split(",", -1))
            .map(String::strip)
            .filter(argument -> !argument.isEmpty())
            .toList();
  }

  private static boolean isEval(ConfStanza stanza) {
    String value = stanza.value("iseval");
    return value != null && TRUE.contains(value.toLowerCase(Locale.ROOT));
  }

  private void problem(ConfStanza stanza, String message) {
    SplSource whole = SplSources.of(name, text);
    int at = Math.max(0, text.indexOf("[" + stanza.name() + "]"));
    problems.add(
        Diagnostic.error(
            new SourceSpan(whole, at, at), "macro [" + stanza.name() + "] " + message));
  }
}
