package dev.highwater.engine.compile;

import dev.highwater.engine.plan.MacroDefinition;
import dev.highwater.engine.plan.MacroLibrary;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.MacroCall;
import dev.highwater.engine.spl.MacroCallReader;
import dev.highwater.engine.spl.SourceSpan;
import dev.highwater.engine.spl.SplAssembly;
import dev.highwater.engine.spl.SplException;
import dev.highwater.engine.spl.SplSource;
import dev.highwater.engine.spl.SplSources;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Replaces macros by their definitions: as text, again and again, outside of quotes (S-025, S-930).
 * Comments are taken out first.
 */
public final class MacroExpander {

  /** Bounds the memory that a definition which uses others many times over can take. */
  private static final int MAX_CHARACTERS = 50_000_000;

  private static final int MAX_CALLS = 200_000;

  private static final int MAX_DEPTH = 100;

  private static final int MAX_FAULTS = 100;

  private final MacroLibrary macros;

  public MacroExpander(MacroLibrary macros) {
    this.macros = macros;
  }

  /**
   * The text without macros and comments; every character knows where it was written.
   *
   * @throws SplException at a macro that is unknown, unsupported or part of a cycle, and where the
   *     text grows out of bounds
   */
  public SplSource expand(SplSource source) {
    MacroExpansion expansion = expandAll(source);
    if (!expansion.faults().isEmpty()) {
      throw new SplException(expansion.faults().get(0));
    }
    return expansion.source();
  }

  /**
   * The same for all macros that are known and supported; the others are reported together.
   *
   * @throws SplException at a cycle, and where the text grows out of bounds
   */
  MacroExpansion expandAll(SplSource source) {
    Expansion expansion = new Expansion();
    SplSource expanded = expansion.expand(source);
    return new MacroExpansion(expanded, expansion.faults, expansion.unexpanded, expansion.warnings);
  }

  /** The expansion of one text. */
  private final class Expansion {

    private final Set<String> open = new LinkedHashSet<>();
    private final List<Diagnostic> faults = new ArrayList<>();
    private final Set<String> unexpanded = new LinkedHashSet<>();
    private final List<Diagnostic> warnings = new ArrayList<>();
    private long characters;
    private int calls;

    SplSource expand(SplSource commented) {
      SplSource source = SplSources.withoutComments(commented);
      if (source.text().indexOf('`') < 0) {
        return source;
      }
      MacroCallReader reader = new MacroCallReader(source);
      SplAssembly out = new SplAssembly(source);
      int copied = 0;
      MacroCall call = reader.next(0);
      while (call != null) {
        int end = call.span().end();
        append(out, source, copied, call.span().start());
        appendExpanded(out, call, reader);
        copied = end;
        call = reader.next(call.isInQuotes() ? end + 1 : end);
      }
      append(out, source, copied, source.text().length());
      return out.toSource();
    }

    private void append(SplAssembly out, SplSource source, int start, int end) {
      characters += end - start;
      if (characters > MAX_CHARACTERS) {
        throw error(
            new SourceSpan(source, start, end),
            "the search has more than "
                + MAX_CHARACTERS
                + " characters when its macros are put in");
      }
      out.append(source, start, end);
    }

    private void appendExpanded(SplAssembly out, MacroCall call, MacroCallReader reader) {
      MacroDefinition macro = macros.macro(call.name(), call.arguments().size());
      if (macro != null && !macro.isEval()) {
        SplSource expanded = expand(call, macro, reader);
        int quotes = call.isInQuotes() && isQuoted(expanded.text()) ? 1 : 0; // S-930
        if (quotes > 0) {
          warnings.add(
              Diagnostic.warning(
                      call.span(),
                      "macro `"
                          + macro.signature()
                          + "` brings quotes of its own into these quotes")
                  .withHint("Leave them out here")
                  .withRule("S-930"));
        }
        append(out, expanded, quotes, expanded.text().length() - quotes);
        return;
      }
      if (faults.size() < MAX_FAULTS) {
        faults.add(fault(call, macro));
      }
      unexpanded.add(call.span().text());
      append(out, call.span().source(), call.span().start(), call.span().end());
    }

    private static boolean isQuoted(String text) {
      return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
    }

    private Diagnostic fault(MacroCall call, @Nullable MacroDefinition macro) {
      return macro == null
          ? UnknownMacro.diagnostic(call, macros)
          : Diagnostic.unsupported(
              call.span(),
              "macro `" + macro.signature() + "` is an eval expression, which is not supported");
    }

    private SplSource expand(MacroCall call, MacroDefinition macro, MacroCallReader reader) {
      List<SplSource> arguments = arguments(call, macro, reader);
      enter(call, macro);
      SplSource definition = SplSources.withoutComments(macro.definition());
      SplSource body = SplSources.expandedFrom(definition, macro.signature(), call.span());
      SplSource expanded = expand(substitute(body, macro.arguments(), arguments));
      open.remove(macro.signature());
      return expanded;
    }

    private void enter(MacroCall call, MacroDefinition macro) {
      if (++calls > MAX_CALLS) {
        throw error(call.span(), "the search uses more than " + MAX_CALLS + " macros");
      }
      if (!open.add(macro.signature())) {
        List<String> chain = new ArrayList<>(open);
        String cycle =
            String.join(" -> ", chain.subList(chain.indexOf(macro.signature()), chain.size()));
        throw error(
            call.span(),
            "macro `" + macro.signature() + "` uses itself: " + cycle + " -> " + macro.signature());
      }
      if (open.size() > MAX_DEPTH) {
        throw error(call.span(), "macros are nested more than " + MAX_DEPTH + " deep");
      }
    }

    /** The texts for the macro's arguments, in its order, macros in them expanded. */
    private List<SplSource> arguments(
        MacroCall call, MacroDefinition macro, MacroCallReader reader) {
      List<SplSource> texts = new ArrayList<>();
      for (SourceSpan argument : MacroArguments.inOrder(call, macro, reader)) {
        SplAssembly text = new SplAssembly(argument.source());
        append(text, argument.source(), argument.start(), argument.end());
        texts.add(expand(text.toSource()));
      }
      return texts;
    }

    /** The body with {@code $name$} replaced; other tokens stay for commands such as map. */
    private SplSource substitute(SplSource body, List<String> names, List<SplSource> values) {
      if (names.isEmpty()) {
        return body;
      }
      String text = body.text();
      SplAssembly out = new SplAssembly(body);
      int copied = 0;
      int dollar = text.indexOf('$');
      while (dollar >= 0) {
        int close = text.indexOf('$', dollar + 1);
        int argument = close < 0 ? -1 : names.indexOf(text.substring(dollar + 1, close));
        if (argument >= 0) {
          append(out, body, copied, dollar);
          append(out, values.get(argument), 0, values.get(argument).text().length());
          copied = close + 1;
          dollar = text.indexOf('$', copied);
        } else {
          dollar = close;
        }
      }
      append(out, body, copied, text.length());
      return out.toSource();
    }

    private SplException error(SourceSpan span, String message) {
      return new SplException(Diagnostic.error(span, message));
    }
  }
}
