package dev.highwater.engine.command;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.MultiValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.SearchCommand;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.Option;
import dev.highwater.engine.spl.Word;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code spath [input=_raw] [output=] [path=]}: fields of JSON or XML. With a path the values
 * there, without one all that the first 5000 characters hold. Rules S-363, S-985.
 */
public final class Spath implements SearchCommand {

  @Override
  public String name() {
    return "spath";
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    String input = "_raw";
    String output = null;
    Word path = null;
    while (!arguments.isAtEnd()) {
      Option option = arguments.tryOption("input", "output", "path");
      if (option == null) {
        if (path != null) {
          arguments.expectEnd();
        }
        path = arguments.fieldName("a path");
      } else if (option.name().equals("input")) {
        input = option.value().text();
      } else if (option.name().equals("output")) {
        output = option.value().text();
      } else {
        path = option.value();
      }
    }
    if (path == null) {
      if (output != null) {
        throw arguments.error(arguments.here(), "spath with output= needs path=");
      }
      return List.of(new SpathAllStage(input));
    }
    DataPath parsed = DataPath.parse(path.text());
    if (parsed == null) {
      throw arguments.error(path.span(), "'" + path.text() + "' is no path", "Write a.b{}.c");
    }
    return List.of(
        new SpathStage(input, output == null ? path.text() : output, path.text(), parsed));
  }

  private static final int CUT_OFF = 5000;

  private static boolean isXml(String text) {
    return text.stripLeading().startsWith("<");
  }

  private record SpathStage(String input, String output, String written, DataPath path)
      implements RowStage {

    @Override
    public boolean change(Row row, RunContext run) {
      FieldValue value = row.get(input);
      if (value != null) {
        String text = value.text();
        List<FieldValue> found = isXml(text) ? XmlFields.at(text, path) : JsonFields.at(text, path);
        if (!found.isEmpty()) {
          row.set(output, MultiValue.of(found));
        }
      }
      return true;
    }

    @Override
    public FieldSet reads(FieldSet wanted) {
      return wanted.and(FieldSet.of(input));
    }

    @Override
    public @Nullable String carries(String name) {
      return name.equals(output) ? null : name;
    }

    @Override
    public FieldSet fieldsAfter(FieldSet before) {
      return before.and(FieldSet.of(output));
    }

    @Override
    public String describe() {
      return "spath input="
          + Written.word(input)
          + " output="
          + Written.word(output)
          + " path="
          + Written.word(written);
    }
  }

  private record SpathAllStage(String input) implements RowStage {

    @Override
    public boolean change(Row row, RunContext run) {
      FieldValue value = row.get(input);
      if (value != null) {
        String text = value.text();
        if (text.length() > CUT_OFF) {
          run.resources()
              .note("spath looked at the first " + CUT_OFF + " characters of a longer text");
          text = text.substring(0, CUT_OFF);
        }
        Map<String, List<FieldValue>> found =
            isXml(text) ? XmlFields.all(text) : JsonFields.all(text);
        found.forEach((name, values) -> row.set(name, MultiValue.of(values)));
      }
      return true;
    }

    @Override
    public FieldSet reads(FieldSet wanted) {
      return wanted.and(FieldSet.of(input));
    }

    @Override
    public @Nullable String carries(String name) {
      return null;
    }

    @Override
    public String describe() {
      return "spath input=" + Written.word(input);
    }
  }
}
