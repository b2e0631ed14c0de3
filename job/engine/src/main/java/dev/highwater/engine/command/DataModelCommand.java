package dev.highwater.engine.command;

import dev.highwater.engine.plan.DatasetSchema;
import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.ScanStage;
import dev.highwater.engine.plan.SearchCommand;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.Option;
import dev.highwater.engine.spl.SourceSpan;
import dev.highwater.engine.spl.SplException;
import dev.highwater.engine.spl.Word;
import java.util.List;
import java.util.Locale;

/**
 * {@code datamodel Model Dataset search|flat}: the events of a dataset, its fields under the name
 * of its root or, flat, by their own names. Rule S-505.
 */
public final class DataModelCommand implements SearchCommand {

  private static final String[] FLAGS = {"strict_fields", "allow_old_summaries", "summariesonly"};

  @Override
  public String name() {
    return "datamodel";
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    SourceSpan place = arguments.here();
    flags(arguments);
    Word model = arguments.word("the name of a data model");
    Word dataset = arguments.word("the name of a dataset");
    Word mode = arguments.word("search or flat");
    flags(arguments);
    arguments.expectEnd();
    if (!context.isFirst()) {
      throw arguments.error(place, "datamodel makes rows: it must stand at the start of a search");
    }
    Word whole =
        new Word(model.span().to(dataset.span()), model.text() + "." + dataset.text(), false);
    DatasetSchema schema = DatasetSource.dataset(whole, context);
    ScanStage scan = DatasetSource.scan(schema, context, place);
    return switch (mode.text().toLowerCase(Locale.ROOT)) {
      case "search" -> List.of(scan);
      case "flat" -> List.of(scan, DatasetSource.Unprefixed.of(schema));
      default ->
          throw new SplException(
              Diagnostic.unsupported(mode.span(), "datamodel " + mode.text() + " is not supported")
                  .withHint("Write search or flat"));
    };
  }

  private static void flags(ArgumentReader arguments) {
    for (Option flag = arguments.tryOption(FLAGS);
        flag != null;
        flag = arguments.tryOption(FLAGS)) {
      arguments.bool(flag.value());
    }
  }
}
