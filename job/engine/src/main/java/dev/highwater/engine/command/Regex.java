package dev.highwater.engine.command;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.match.PcrePattern;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.Growth;
import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.RowGrowth;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.SearchCommand;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.FieldName;
import dev.highwater.engine.spl.Word;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code regex field="..."} keeps the rows in which a value of the field matches, {@code !=} drops
 * them; {@code _raw} without a field. Rule S-321.
 */
public final class Regex implements SearchCommand {

  @Override
  public String name() {
    return "regex";
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    boolean isOnRaw = arguments.peekPunctuation('"') || arguments.peekPunctuation('(');
    String field = isOnRaw ? "_raw" : arguments.word("a field name").text();
    boolean keeps = isOnRaw || !arguments.tryPunctuation('!');
    if (!isOnRaw) {
      arguments.expectPunctuation('=');
    }
    Word written = RegexText.next(arguments, "a regular expression");
    PcrePattern pattern = RegexText.compile(written);
    arguments.expectEnd();
    return List.of(new RegexStage(field, keeps, pattern));
  }

  private record RegexStage(String field, boolean keeps, PcrePattern pattern) implements RowStage {

    @Override
    public boolean change(Row row, RunContext run) {
      FieldValue value = row.get(field);
      return keeps == (value != null && isMatched(value, run));
    }

    private boolean isMatched(FieldValue value, RunContext run) {
      for (FieldValue member : value.members()) {
        if (pattern.find(member.text(), run.resources()::tally)) {
          return true;
        }
      }
      return false;
    }

    @Override
    public FieldSet reads(FieldSet wanted) {
      return wanted.and(FieldSet.of(field));
    }

    @Override
    public @Nullable String carries(String name) {
      return name;
    }

    @Override
    public FieldSet fieldsAfter(FieldSet before) {
      return before;
    }

    @Override
    public boolean dropsRows() {
      return true;
    }

    @Override
    public @Nullable RowGrowth growth(RowGrowth before) {
      Growth value = before.of(field);
      return value.isFixed() || (keeps && value == Growth.GAINS) ? before : null;
    }

    @Override
    public String describe() {
      return "regex "
          + FieldName.besideTexts(field)
          + (keeps ? "=" : "!=")
          + Written.quoted(pattern.regex());
    }
  }
}
