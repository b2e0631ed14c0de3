package dev.highwater.engine.command;

import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.SearchCommand;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.SplException;
import dev.highwater.engine.spl.Word;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code top [N] [options] fields [BY fields]} and {@code rare}: the values that come most or least
 * often. Rules S-302, S-971.
 */
public record Top(String name, boolean isRarest) implements SearchCommand {

  private static final List<String> OPTIONS =
      List.of(
          "limit", "countfield", "percentfield", "showcount", "showperc", "useother", "otherstr");

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    CommandOptions options = new CommandOptions(arguments, name, OPTIONS, List.of());
    List<Word> fields = new ArrayList<>();
    options.read();
    while (!arguments.isAtEnd() && !arguments.peekKeyword("by")) {
      List<Word> next = arguments.fieldList("by");
      if (next.isEmpty()) {
        arguments.expectEnd();
      }
      fields.addAll(next);
      options.read();
    }
    int limit = options.whole("limit", 0, limitOf(fields));
    List<Word> by = arguments.tryKeyword("by") ? arguments.fields("a by-field") : List.of();
    options.read();
    arguments.expectEnd();
    if (fields.isEmpty()) {
      throw arguments.error(arguments.here(), name + " needs a field");
    }
    refusePatterns(fields);
    refusePatterns(by);
    return List.of(
        new TopStage(
            name,
            isRarest,
            fields.stream().map(Word::text).toList(),
            by.stream().map(Word::text).toList(),
            limit,
            options.isTrue("showcount", true) ? options.text("countfield", "count") : "",
            options.isTrue("showperc", true) ? options.text("percentfield", "percent") : "",
            options.isTrue("useother", false) ? options.text("otherstr", "OTHER") : ""));
  }

  /** The number at the start, which is then no field any more; 10 without one. */
  private static int limitOf(List<Word> fields) {
    boolean isNumber =
        !fields.isEmpty() && !fields.get(0).quoted() && fields.get(0).text().matches("-?\\d{1,9}");
    if (!isNumber) {
      return 10;
    }
    Word word = fields.remove(0);
    int limit = Integer.parseInt(word.text());
    if (limit < 0) {
      throw new SplException(
          Diagnostic.error(word.span(), "the limit must be at least 0, not " + limit)
              .withRule("S-302"));
    }
    return limit;
  }

  private static void refusePatterns(List<Word> fields) {
    for (Word field : fields) {
      if (field.text().indexOf('*') >= 0) {
        throw new SplException(
            Diagnostic.error(field.span(), "a field here cannot have wildcards").withRule("S-302"));
      }
    }
  }
}
