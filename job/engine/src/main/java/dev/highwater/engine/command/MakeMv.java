package dev.highwater.engine.command;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.MultiValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.match.PcreMatcher;
import dev.highwater.engine.match.PcrePattern;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.SearchCommand;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.Option;
import dev.highwater.engine.spl.Word;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code makemv [delim=" "] [tokenizer="..."] [allowempty=] [setsv=] field}: splits the text of a
 * field into values, one space between them unless something else is given. Rules S-323, S-978.
 */
public final class MakeMv implements SearchCommand {

  @Override
  public String name() {
    return "makemv";
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    String delimiter = " ";
    PcrePattern tokenizer = null;
    boolean allowsEmpty = false;
    String field = null;
    while (!arguments.isAtEnd()) {
      Option option = arguments.tryOption("delim", "tokenizer", "allowempty", "setsv");
      if (option == null) {
        if (field != null) {
          arguments.expectEnd();
        }
        field = arguments.fieldName("the field to split").text();
        continue;
      }
      switch (option.name()) {
        case "delim" -> delimiter = option.value().text();
        case "tokenizer" -> tokenizer = tokenizer(arguments, option.value());
        case "allowempty" -> allowsEmpty = arguments.bool(option.value());
        default -> arguments.bool(option.value());
      }
    }
    if (field == null) {
      field = arguments.word("the field to split").text();
    }
    return List.of(new MakeMvStage(field, new Splitting(delimiter, allowsEmpty, tokenizer)));
  }

  private static PcrePattern tokenizer(ArgumentReader arguments, Word written) {
    PcrePattern pattern = RegexText.compile(written);
    if (pattern.matcher("").groupCount() == 0) {
      throw arguments.error(
          written.span(), "the tokenizer has no group", "Put what is to be a value in parentheses");
    }
    return pattern;
  }

  /** How a text is split: by a delimiter, or into what the first group of a tokenizer matches. */
  private record Splitting(String delimiter, boolean allowsEmpty, @Nullable PcrePattern tokenizer) {

    void split(String text, List<FieldValue> values, RunContext run) {
      if (tokenizer == null) {
        splitAtDelimiters(text, values);
        return;
      }
      PcreMatcher matcher = tokenizer.matcher(text);
      while (matcher.find()) {
        String token = matcher.group(1);
        if (token != null && (allowsEmpty || !token.isEmpty())) {
          values.add(FieldValue.of(token));
        }
      }
      matcher.tellLimit(run.resources()::tally);
    }

    private void splitAtDelimiters(String text, List<FieldValue> values) {
      int start = 0;
      while (start <= text.length()) {
        int found = delimiter.isEmpty() ? -1 : text.indexOf(delimiter, start);
        int end = found < 0 ? text.length() : found;
        if (allowsEmpty || end > start) {
          values.add(FieldValue.of(text.substring(start, end)));
        }
        start = found < 0 ? text.length() + 1 : end + delimiter.length();
      }
    }

    String describe() {
      return (tokenizer == null
              ? "delim=" + Written.quoted(delimiter)
              : "tokenizer=" + Written.quoted(tokenizer.regex()))
          + (allowsEmpty ? " allowempty=true" : "");
    }
  }

  private record MakeMvStage(String field, Splitting splitting) implements RowStage {

    @Override
    public boolean change(Row row, RunContext run) {
      FieldValue value = row.get(field);
      if (value != null) {
        List<FieldValue> values = new ArrayList<>();
        value.members().forEach(member -> splitting.split(member.text(), values, run));
        row.set(field, MultiValue.of(values));
      }
      return true;
    }

    @Override
    public FieldSet reads(FieldSet wanted) {
      return wanted;
    }

    @Override
    public @Nullable String carries(String name) {
      return name.equals(field) ? null : name;
    }

    @Override
    public FieldSet fieldsAfter(FieldSet before) {
      return before;
    }

    @Override
    public String describe() {
      return "makemv " + splitting.describe() + " " + Written.word(field);
    }
  }
}
