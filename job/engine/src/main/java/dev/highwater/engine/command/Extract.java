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
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.Option;
import dev.highwater.engine.spl.SplException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code extract [pairdelim=] [kvdelim=] [limit=] [maxchars=] [mv_add=] [clean_keys=]}, also {@code
 * kv}: fields of the {@code key=value} pairs in {@code _raw}. Rule S-984.
 */
public class Extract implements SearchCommand {

  private static final String[] OPTIONS = {
    "pairdelim", "kvdelim", "limit", "maxchars", "mv_add", "clean_keys", "auto", "reload", "segment"
  };

  private final String name;

  /** The command {@code extract}. */
  public Extract() {
    this("extract");
  }

  /** The command under another name. */
  Extract(String name) {
    this.name = name;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    KeyValuePairs pairs = KeyValuePairs.USUAL;
    while (!arguments.isAtEnd()) {
      Option option = arguments.tryOption(OPTIONS);
      if (option == null) {
        throw new SplException(
            Diagnostic.unsupported(
                arguments.here(), name + " by a transform of props.conf is not supported"));
      }
      pairs = with(pairs, option, arguments);
      while (arguments.tryPunctuation(',')) {}
    }
    return List.of(new ExtractStage(name, pairs));
  }

  private static KeyValuePairs with(KeyValuePairs pairs, Option option, ArgumentReader arguments) {
    String text = option.value().text().replace("\\n", "\n").replace("\\t", "\t");
    return switch (option.name()) {
      case "pairdelim" -> pairs.withDelimiters(text, pairs.keyDelimiters());
      case "kvdelim" -> pairs.withDelimiters(pairs.pairDelimiters(), text);
      case "limit" -> pairs.withLimits(WholeNumber.of(arguments, option), pairs.mostCharacters());
      case "maxchars" -> pairs.withLimits(pairs.limit(), WholeNumber.of(arguments, option));
      case "mv_add" -> pairs.withKeys(arguments.bool(option.value()), pairs.cleansKeys());
      case "clean_keys" -> pairs.withKeys(pairs.addsValues(), arguments.bool(option.value()));
      default -> {
        arguments.bool(
            option.value()); // nothing is cached here, and segments are words on a screen
        yield pairs;
      }
    };
  }

  private record ExtractStage(String name, KeyValuePairs pairs) implements RowStage {

    @Override
    public boolean change(Row row, RunContext run) {
      FieldValue raw = row.get("_raw");
      if (raw != null) {
        pairs
            .of(raw.text())
            .forEach(
                (key, values) -> {
                  if (row.get(key) == null) {
                    row.set(key, MultiValue.of(values));
                  }
                });
      }
      return true;
    }

    @Override
    public FieldSet reads(FieldSet wanted) {
      return wanted.and(FieldSet.of("_raw"));
    }

    @Override
    public @Nullable String carries(String name) {
      return name;
    }

    @Override
    public String describe() {
      return name + pairs.describe();
    }
  }
}
