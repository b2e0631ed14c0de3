package dev.highwater.engine.command;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.SearchCommand;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.FieldName;
import dev.highwater.engine.spl.Option;
import dev.highwater.engine.spl.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code strcat [allrequired=] a "text" b target}: fields and texts in quotes, one behind the
 * other, as the last field. Rule S-980.
 */
public final class StrCat implements SearchCommand {

  @Override
  public String name() {
    return "strcat";
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    Option option = arguments.tryOption("allrequired");
    boolean needsAll = option != null && arguments.bool(option.value());
    List<Word> sources = new ArrayList<>();
    while (!arguments.isAtEnd()) {
      sources.add(arguments.fieldName("a field name or a text in quotes"));
      while (arguments.tryPunctuation(',')) {}
    }
    if (sources.size() < 2) {
      throw arguments.error(arguments.here(), "strcat needs a source and the field to set");
    }
    Word target = sources.remove(sources.size() - 1);
    List<Piece> pieces =
        sources.stream()
            .map(word -> new Piece(word.text(), word.span().text().startsWith("\"")))
            .toList();
    return List.of(new StrCatStage(needsAll, pieces, target.text()));
  }

  private record Piece(String text, boolean isLiteral) {

    String describe() {
      return isLiteral ? Written.quoted(text) : FieldName.besideTexts(text);
    }
  }

  private record StrCatStage(boolean needsAll, List<Piece> pieces, String target)
      implements RowStage {

    @Override
    public boolean change(Row row, RunContext run) {
      StringBuilder out = new StringBuilder();
      for (Piece piece : pieces) {
        FieldValue value = piece.isLiteral() ? FieldValue.of(piece.text()) : row.get(piece.text());
        if (value != null) {
          out.append(value.text());
        } else if (needsAll) {
          return true;
        }
      }
      row.set(target, FieldValue.of(out.toString()));
      return true;
    }

    @Override
    public FieldSet reads(FieldSet wanted) {
      return wanted.and(
          FieldSet.of(
              pieces.stream()
                  .filter(piece -> !piece.isLiteral())
                  .map(Piece::text)
                  .collect(Collectors.toSet())));
    }

    @Override
    public @Nullable String carries(String name) {
      return name.equals(target) ? null : name;
    }

    @Override
    public FieldSet fieldsAfter(FieldSet before) {
      return before.and(FieldSet.of(target));
    }

    @Override
    public String describe() {
      return "strcat allrequired="
          + needsAll
          + " "
          + pieces.stream().map(Piece::describe).collect(Collectors.joining(" "))
          + " "
          + Written.word(target);
    }
  }
}
