package dev.highwater.engine.command;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.SearchCommand;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.Option;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code xmlkv [field]}: a field for each element {@code <a>text</a>} of a field, {@code _raw}
 * unless named. Rules S-365, S-982.
 */
public final class XmlKv implements SearchCommand {

  @Override
  public String name() {
    return "xmlkv";
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    String field = "_raw";
    Option most = arguments.tryOption("maxinputs");
    if (most != null) {
      WholeNumber.of(arguments, most); // how many events go to Splunk's script at a time
    }
    if (!arguments.isAtEnd()) {
      field = arguments.fieldName("a field that holds XML").text();
    }
    arguments.expectEnd();
    return List.of(new XmlKvStage(field));
  }

  private static final Pattern ELEMENT =
      Pattern.compile("<([^\\s<>/!?]+)(?:\\s[^<>]*)?>([^<]*)</\\1\\s*>");

  private record XmlKvStage(String field) implements RowStage {

    @Override
    public boolean change(Row row, RunContext run) {
      FieldValue value = row.get(field);
      if (value != null) {
        Matcher matcher = ELEMENT.matcher(value.text());
        while (matcher.find()) {
          if (!matcher.group(2).isEmpty()) {
            row.set(matcher.group(1), FieldValue.of(resolved(matcher.group(2))));
          }
        }
      }
      return true;
    }

    private static String resolved(String text) {
      return text.indexOf('&') < 0
          ? text
          : text.replace("&lt;", "<")
              .replace("&gt;", ">")
              .replace("&quot;", "\"")
              .replace("&apos;", "'")
              .replace("&amp;", "&");
    }

    @Override
    public FieldSet reads(FieldSet wanted) {
      return wanted.and(FieldSet.of(field));
    }

    @Override
    public @Nullable String carries(String name) {
      return null;
    }

    @Override
    public String describe() {
      return "xmlkv " + Written.word(field);
    }
  }
}
