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
import org.jspecify.annotations.Nullable;

/**
 * A lookup as a search names it.
 *
 * @param written its name, or that of its file
 * @param calculation what it gives where it has no table
 */
record LookupReference(
    String written, LookupDefinition definition, @Nullable CalculatedLookup calculation) {

  private static final LookupTable EMPTY = new LookupTable(List.of(), List.of());

  /** As {@link #toRead}, of a lookup that may be calculated. */
  static LookupReference toMatch(ArgumentReader arguments, PlanContext context) {
    Word name = arguments.word("the name of a lookup");
    CalculatedLookup calculation = calculation(name, context);
    return calculation == null
        ? named(name, context)
        : new LookupReference(name.text(), calculation.definition(), calculation);
  }

  /** Content may define a lookup of the same name. */
  private static @Nullable CalculatedLookup calculation(Word name, PlanContext context) {
    return context.lookup(name.text()) == null ? CalculatedLookups.named(name.text()) : null;
  }

  /** Reads a name; a lookup that does not exist is an empty one, and a warning (S-991). */
  static LookupReference toRead(ArgumentReader arguments, PlanContext context) {
    return named(arguments.word("the name of a lookup"), context);
  }

  /** As {@link #toRead}, of a name that has been read. */
  static LookupReference named(Word name, PlanContext context) {
    LookupDefinition definition = context.lookup(name.text());
    if (definition == null && CalculatedLookups.named(name.text()) != null) {
      throw calculated(name, "has no rows of its own");
    }
    if (definition == null) {
      Diagnostic unknown =
          Diagnostic.warning(
                  name.span(), "unknown lookup '" + name.text() + "', taken as an empty table")
              .withRule("S-991");
      String nearest = DidYouMean.nearest(name.text(), context.catalog().lookups());
      context.warn(nearest == null ? unknown : unknown.withHint("Did you mean '" + nearest + "'?"));
      definition = undefined(name.text());
    }
    return new LookupReference(name.text(), definition, null);
  }

  private static SplException calculated(Word name, String fault) {
    return new SplException(
        Diagnostic.error(name.span(), "the lookup '" + name.text() + "' " + fault)
            .withHint("It is calculated")
            .withRule("S-1250"));
  }

  /** Reads the name of a lookup to write; a file that does not exist is made. */
  static LookupReference toWrite(ArgumentReader arguments, PlanContext context) {
    Word name = arguments.word("the name of a lookup");
    LookupDefinition definition = context.lookup(name.text());
    if (definition == null && CalculatedLookups.named(name.text()) != null) {
      throw calculated(name, "cannot be written");
    }
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
    return new LookupReference(name.text(), definition, null);
  }

  private static LookupDefinition undefined(String name) {
    return new LookupDefinition(name, List.of(), Map.of(), true, 100, 0, null, true);
  }

  /** The name under which a run knows its contents; none for a calculated one. */
  Set<String> names() {
    return calculation == null ? Set.of(definition.name()) : Set.of();
  }

  LookupTable contents(RunContext run) {
    LookupTable contents = calculation == null ? run.resources().table(definition.name()) : null;
    return contents == null ? EMPTY : contents;
  }

  void write(LookupTable contents, RunContext run) {
    run.resources().write(definition.name(), contents);
  }
}
