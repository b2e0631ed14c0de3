package dev.highwater.engine.command;

import dev.highwater.engine.plan.LookupDefinition;
import dev.highwater.engine.plan.LookupTable;
import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.DidYouMean;
import dev.highwater.engine.spl.SplException;
import dev.highwater.engine.spl.Word;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A lookup as a search names it.
 *
 * @param written its name, or that of its file
 */
record LookupReference(String written, LookupDefinition definition) {

  private static final LookupTable EMPTY = new LookupTable(List.of(), List.of());

  /** Reads a name; a lookup that does not exist is an empty one, and a warning (S-991). */
  static LookupReference toRead(ArgumentReader arguments, PlanContext context) {
    return named(arguments.word("the name of a lookup"), context);
  }

  /** As {@link #toRead}, of a name that has been read. */
  static LookupReference named(Word name, PlanContext context) {
    LookupDefinition definition = context.lookup(name.text());
    if (definition == null) {
      Diagnostic unknown =
          Diagnostic.warning(
                  name.span(), "unknown lookup '" + name.text() + "', taken as an empty table")
              .withRule("S-991");
      String nearest = DidYouMean.nearest(name.text(), context.catalog().lookups());
      context.warn(nearest == null ? unknown : unknown.withHint("Did you mean '" + nearest + "'?"));
      definition = undefined(name.text());
    }
    return new LookupReference(name.text(), definition);
  }

  /** Reads the name of a lookup to write; a file that does not exist is made. */
  static LookupReference toWrite(ArgumentReader arguments, PlanContext context) {
    Word name = arguments.word("the name of a lookup");
    LookupDefinition definition = context.lookup(name.text());
    if (definition == null && name.text().endsWith(".csv")) {
      definition = undefined(name.text());
    }
    if (definition == null) {
      throw arguments.error(
          name.span(),
          "unknown lookup '" + name.text() + "'",
          "Only a file, whose name ends with .csv, is made by writing it");
    }
    if (!definition.isWritable()) {
      throw new SplException(
          Diagnostic.unsupported(
              name.span(), "the lookup '" + name.text() + "' cannot be written"));
    }
    return new LookupReference(name.text(), definition);
  }

  private static LookupDefinition undefined(String name) {
    return new LookupDefinition(name, List.of(), Map.of(), true, 100, 0, null, true);
  }

  /** The name under which a run knows its contents. */
  Set<String> names() {
    return Set.of(definition.name());
  }

  LookupTable contents(RunContext run) {
    LookupTable contents = run.resources().table(definition.name());
    return contents == null ? EMPTY : contents;
  }

  void write(LookupTable contents, RunContext run) {
    run.resources().write(definition.name(), contents);
  }
}
