package dev.highwater.engine.command;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.match.WildcardPattern;
import dev.highwater.engine.plan.CommandType;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.RowSink;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.SearchCommand;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code rename a AS b, "x.*" AS *}: gives fields other names, one renaming after the other; a
 * field that had the new name is replaced. Rule S-331.
 */
public final class Rename implements SearchCommand {

  @Override
  public String name() {
    return "rename";
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    List<Renaming> renamings = new ArrayList<>();
    do {
      Word from = arguments.word("the field to rename");
      arguments.expectKeyword("as");
      Word to = arguments.word("the new name of '" + from.text() + "'");
      long stars = to.text().chars().filter(c -> c == '*').count();
      if (from.text().chars().filter(c -> c == '*').count() != stars) {
        throw arguments.error(
            to.span(), "'" + to.text() + "' must have as many wildcards as '" + from.text() + "'");
      }
      renamings.add(new Renaming(from.text(), to.text()));
      while (arguments.tryPunctuation(',')) {}
    } while (!arguments.isAtEnd());
    return List.of(new RenameStage(renamings));
  }

  /** One renaming; {@code *} on both sides stands for the same text. */
  record Renaming(String from, String to) {

    private boolean isPattern() {
      return from.indexOf('*') >= 0;
    }

    /** The new name of a field, its own when this does not rename it. */
    String newName(String field) {
      if (!isPattern()) {
        return field.equals(from) ? to : field;
      }
      WildcardPattern pattern = WildcardPattern.exact(from);
      if (!pattern.matches(field)) {
        return field;
      }
      StringBuilder name = new StringBuilder();
      int piece = 0;
      List<String> captures = pattern.captures(field);
      for (int i = 0; i < to.length(); i++) {
        char c = to.charAt(i);
        name.append(c == '*' ? captures.get(piece++) : String.valueOf(c));
      }
      return name.toString();
    }

    /** The fields that may give a field its value. */
    FieldSet origins(String name) {
      if (!isPattern()) {
        return name.equals(to) ? FieldSet.of(from) : FieldSet.of(name);
      }
      FieldSet own = newName(name).equals(name) ? FieldSet.of(name) : FieldSet.NONE;
      if (to.indexOf('*') != to.lastIndexOf('*')) {
        return FieldSet.ALL; // several wildcards can stand for one name in several ways
      }
      List<String> captures = WildcardPattern.exact(to).captures(name);
      return captures.isEmpty() ? own : own.and(FieldSet.of(from.replace("*", captures.get(0))));
    }

    void apply(Row row) {
      if (!isPattern() && row.get(from) == null) {
        row.set(to, null);
        return;
      }
      Row renamed = new Row();
      for (String field : List.copyOf(row.names())) {
        String name = newName(field);
        FieldValue value = row.get(field);
        // A field that keeps its name gives way to one that takes it, whichever comes first.
        if (!name.equals(field) || renamed.get(name) == null) {
          renamed.set(name, value);
        }
      }
      row.replaceWith(renamed);
    }

    String describe() {
      return Written.word(from) + " AS " + Written.word(to);
    }
  }

  private record RenameStage(List<Renaming> renamings) implements Stage {

    @Override
    public CommandType type() {
      return CommandType.DISTRIBUTABLE_STREAMING;
    }

    @Override
    public FieldSet reads(FieldSet wanted) {
      FieldSet needed = wanted;
      for (int i = renamings.size() - 1; i >= 0 && !needed.isAll(); i--) {
        FieldSet origins = FieldSet.NONE;
        for (String name : needed.names()) {
          origins = origins.and(renamings.get(i).origins(name));
        }
        needed = origins;
      }
      return needed;
    }

    @Override
    public @Nullable String carries(String name) {
      String current = name;
      for (Renaming renaming : renamings) {
        String next = renaming.newName(current);
        if (next.equals(current) && renaming.to().equals(current)) {
          return null;
        }
        current = next;
      }
      return current;
    }

    @Override
    public FieldSet fieldsAfter(FieldSet before) {
      if (before.isAll()) {
        return before;
      }
      Set<String> after = new TreeSet<>();
      for (String name : before.names()) {
        String current = name;
        for (Renaming renaming : renamings) {
          current = renaming.newName(current);
        }
        after.add(current);
      }
      return FieldSet.of(after);
    }

    @Override
    public String describe() {
      return "rename "
          + renamings.stream().map(Renaming::describe).collect(Collectors.joining(", "));
    }

    @Override
    public RowSink open(RowSink downstream, RunContext run) {
      return new EachRow(
          downstream,
          row -> {
            renamings.forEach(renaming -> renaming.apply(row));
            return true;
          });
    }
  }
}
