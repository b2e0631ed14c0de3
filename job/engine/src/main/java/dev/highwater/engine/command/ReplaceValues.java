package dev.highwater.engine.command;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.MultiValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.match.WildcardPattern;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.SearchCommand;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.Word;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code replace a WITH b, "x*" WITH "y*" [IN f, g]}: other values for whole values, case counting.
 * The last rule without wildcards that fits wins, else the one that says most. Rules S-334, S-979.
 */
public final class ReplaceValues implements SearchCommand {

  @Override
  public String name() {
    return "replace";
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    List<Replacement> replacements = new ArrayList<>();
    do {
      replacements.add(replacement(arguments));
      while (arguments.tryPunctuation(',')) {}
    } while (!arguments.isAtEnd() && !arguments.peekKeyword("in"));
    List<Word> fields = List.of();
    if (arguments.tryKeyword("in")) {
      fields = arguments.fieldList();
      if (fields.isEmpty()) {
        throw arguments.error(arguments.here(), "expected a field name behind IN");
      }
    }
    arguments.expectEnd();
    return List.of(new ReplaceStage(replacements, FieldPatterns.of(fields)));
  }

  private static Replacement replacement(ArgumentReader arguments) {
    String from = arguments.word("the value to replace").text();
    arguments.expectKeyword("with");
    Word to = arguments.word("the value instead of '" + from + "'");
    long stars = stars(to.text());
    if (stars != 0 && stars != stars(from)) {
      throw arguments.error(
          to.span(), "'" + to.text() + "' must have as many wildcards as '" + from + "', or none");
    }
    return new Replacement(from, to.text(), WildcardPattern.exact(from));
  }

  private static long stars(String text) {
    return text.chars().filter(c -> c == '*').count();
  }

  private record Replacement(String from, String to, WildcardPattern pattern) {

    boolean isPattern() {
      return from.indexOf('*') >= 0;
    }

    /** Letters of the pattern: the more it says, the fuller the match. */
    int fullness() {
      return from.length() - (int) stars(from);
    }

    String apply(String text) {
      if (to.indexOf('*') < 0) {
        return to;
      }
      Iterator<String> captures = pattern.captures(text).iterator();
      StringBuilder out = new StringBuilder();
      for (int i = 0; i < to.length(); i++) {
        out.append(to.charAt(i) == '*' ? captures.next() : String.valueOf(to.charAt(i)));
      }
      return out.toString();
    }

    String describe() {
      return Written.quoted(from) + " WITH " + Written.quoted(to);
    }
  }

  private record ReplaceStage(List<Replacement> replacements, FieldPatterns fields)
      implements RowStage {

    @Override
    public boolean change(Row row, RunContext run) {
      for (String name : List.copyOf(row.names())) {
        FieldValue value = row.get(name);
        if (value != null && isReached(name)) {
          row.set(name, MultiValue.of(value.members().stream().map(this::replaced).toList()));
        }
      }
      return true;
    }

    private boolean isReached(String name) {
      return fields.isEmpty() ? !name.startsWith("_") : fields.matches(name);
    }

    private FieldValue replaced(FieldValue value) {
      String text = value.text();
      Replacement best = null;
      for (Replacement each : replacements) {
        if (each.pattern().matches(text) && (best == null || isBetter(each, best))) {
          best = each;
        }
      }
      return best == null ? value : FieldValue.of(best.apply(text));
    }

    private static boolean isBetter(Replacement each, Replacement best) {
      return each.isPattern() ? best.isPattern() && each.fullness() > best.fullness() : true;
    }

    @Override
    public FieldSet reads(FieldSet wanted) {
      return wanted;
    }

    @Override
    public @Nullable String carries(String name) {
      return isReached(name) ? null : name;
    }

    @Override
    public FieldSet fieldsAfter(FieldSet before) {
      return before;
    }

    @Override
    public String describe() {
      return "replace "
          + replacements.stream().map(Replacement::describe).collect(Collectors.joining(", "))
          + (fields.isEmpty() ? "" : " IN " + fields.describe());
    }
  }
}
