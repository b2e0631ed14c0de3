package dev.highwater.engine.command;

import dev.highwater.engine.match.PcrePattern;
import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.SearchCommand;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.Option;
import dev.highwater.engine.spl.Word;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code rex [field=] [max_match=] [offset_field=] "..."} puts what named groups match into fields;
 * {@code rex mode=sed} changes the field's text. Rules S-320, S-976, S-977.
 */
public final class Rex implements SearchCommand {

  @Override
  public String name() {
    return "rex";
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    return new Reading(arguments).stages();
  }

  /** The arguments as far as they are read: options may stand before and behind the text. */
  private static final class Reading {
    private final ArgumentReader arguments;
    private String field = "_raw";
    private int maxMatch = 1;
    private @Nullable String offsetField;
    private boolean isSed;
    private @Nullable Word text;

    Reading(ArgumentReader arguments) {
      this.arguments = arguments;
    }

    List<Stage> stages() {
      while (!arguments.isAtEnd()) {
        Option option = arguments.tryOption("field", "max_match", "offset_field", "mode");
        if (option != null) {
          set(option);
        } else if (text == null) {
          text = RegexText.next(arguments, "a regular expression");
        } else {
          arguments.expectEnd();
        }
      }
      Word written = text == null ? arguments.word("a regular expression") : text;
      return List.of(isSed ? sed(written) : extraction(written));
    }

    private void set(Option option) {
      Word value = option.value();
      switch (option.name()) {
        case "field" -> field = value.text();
        case "max_match" -> maxMatch = WholeNumber.of(arguments, option);
        case "offset_field" -> offsetField = value.text();
        default -> {
          if (!value.text().equals("sed")) {
            throw arguments.error(
                value.span(), "unknown mode '" + value.text() + "'", "Write mode=sed");
          }
          isSed = true;
        }
      }
    }

    private Stage sed(Word written) {
      return new SedStage(field, SedScript.parse(written.span(), written.text()));
    }

    private Stage extraction(Word written) {
      PcrePattern pattern = RegexText.compile(written);
      if (pattern.groups().isEmpty()) {
        throw arguments.error(
            written.span(),
            "the regular expression extracts nothing",
            "Name a group: (?<name>...)");
      }
      return new RexStage(field, pattern, maxMatch, offsetField);
    }
  }
}
