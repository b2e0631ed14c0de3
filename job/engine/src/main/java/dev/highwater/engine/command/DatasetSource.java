package dev.highwater.engine.command;

import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.CommandType;
import dev.highwater.engine.plan.DatasetSchema;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.RowSink;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.Scan;
import dev.highwater.engine.plan.ScanStage;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.plan.TimeBounds;
import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.DidYouMean;
import dev.highwater.engine.spl.SearchExpression;
import dev.highwater.engine.spl.SourceSpan;
import dev.highwater.engine.spl.SplException;
import dev.highwater.engine.spl.Word;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Datasets as {@code from} and {@code union} name them: {@code datamodel:Model.Dataset}, {@code
 * lookup:name}; a space or quotes may stand behind the colon, or a space instead of it (S-505).
 */
final class DatasetSource {

  private DatasetSource() {}

  /** The steps that give the rows of the dataset that is next. */
  static List<Stage> read(ArgumentReader arguments, PlanContext context) {
    SourceSpan place = arguments.here();
    boolean isLookup = isNext("lookup", arguments);
    if (!isLookup && !isNext("datamodel", arguments)) {
      throw unknownKind(place, arguments);
    }
    Word prefixed = arguments.word("datamodel: or lookup:");
    int colon = prefixed.text().indexOf(':');
    SourceSpan span = prefixed.span();
    Word name =
        colon < 0 || colon + 1 == prefixed.text().length()
            ? arguments.word("the name of a dataset")
            : part(span, colon + 1);
    if (arguments.here().text().equals(".")) {
      name = joined(name, arguments);
    }
    if (isLookup) {
      LookupReference lookup = LookupReference.named(name, context);
      return List.of(InputLookup.whole(lookup, context, place));
    }
    DatasetSchema dataset = dataset(name, context);
    return List.of(scan(dataset, context, place), Unprefixed.of(dataset));
  }

  /** {@code "Model"."Dataset"}: the point is next. */
  private static Word joined(Word model, ArgumentReader arguments) {
    arguments.word("a point");
    Word dataset = arguments.word("the name of a dataset");
    return new Word(model.span().to(dataset.span()), model.text() + "." + dataset.text(), true);
  }

  private static Word part(SourceSpan span, int from) {
    SourceSpan rest = new SourceSpan(span.source(), span.start() + from, span.end());
    return new Word(rest, rest.text(), false);
  }

  private static boolean isNext(String kind, ArgumentReader arguments) {
    String next = arguments.here().text().toLowerCase(Locale.ROOT);
    return next.equals(kind) || next.startsWith(kind + ":");
  }

  private static SplException unknownKind(SourceSpan place, ArgumentReader arguments) {
    return place.text().startsWith("savedsearch")
        ? new SplException(
            Diagnostic.unsupported(place, "the rows of a saved search are not supported"))
        : arguments.error(
            place,
            place.text().isEmpty()
                ? "expected a dataset, but there is nothing"
                : "'" + place.text() + "' is no dataset",
            "Write datamodel:Model.Dataset or lookup:name");
  }

  /** The dataset {@code Model.Dataset}; the model alone means its first one (S-250, S-267). */
  static DatasetSchema dataset(Word name, PlanContext context) {
    int dot = name.text().indexOf('.');
    String model = dot < 0 ? name.text() : name.text().substring(0, dot);
    String dataset = dot < 0 ? null : name.text().substring(dot + 1);
    DatasetSchema schema = context.catalog().dataset(model, dataset);
    if (schema != null) {
      return schema;
    }
    String nearest = DidYouMean.nearest(name.text(), context.catalog().datasets());
    Diagnostic unknown =
        Diagnostic.unsupported(name.span(), "unknown data model '" + name.text() + "'")
            .withRule("S-267");
    throw new SplException(
        nearest == null ? unknown : unknown.withHint("Did you mean '" + nearest + "'?"));
  }

  /** All events of a dataset, their fields under the name of its root (S-251). */
  static ScanStage scan(DatasetSchema dataset, PlanContext context, SourceSpan place) {
    SearchExpression everything = new SearchExpression.Everything(place);
    return new ScanStage(
        new Scan.OfDataset(dataset.model(), dataset.dataset(), everything, TimeBounds.OF_THE_RUN),
        context.filter(everything));
  }

  /**
   * Takes the names of the datasets from the fields.
   *
   * @param prefixes what stands before fields, the longest first
   */
  record Unprefixed(List<String> prefixes) implements Stage {

    static Unprefixed of(DatasetSchema dataset) {
      List<String> prefixes = new ArrayList<>();
      for (int dot = dataset.path().length();
          dot > 0;
          dot = dataset.path().lastIndexOf('.', dot - 1)) {
        prefixes.add(dataset.path().substring(0, dot) + ".");
      }
      return new Unprefixed(List.copyOf(prefixes));
    }

    @Override
    public CommandType type() {
      return CommandType.DISTRIBUTABLE_STREAMING;
    }

    @Override
    public FieldSet reads(FieldSet wanted) {
      if (wanted.isAll()) {
        return FieldSet.ALL;
      }
      Set<String> names = new HashSet<>(wanted.names());
      for (String prefix : prefixes) {
        wanted.names().forEach(name -> names.add(prefix + name));
      }
      return FieldSet.of(names);
    }

    @Override
    public @Nullable String carries(String name) {
      return bare(name);
    }

    @Override
    public String describe() {
      return prefixes.stream()
          .map(prefix -> Written.quoted(prefix + "*") + " AS *")
          .collect(Collectors.joining(", ", "rename ", ""));
    }

    /** All of a dataset by the names of its own is a {@code from}. */
    @Override
    public @Nullable String describeBehind(List<Stage> before) {
      return before.get(before.size() - 1) instanceof ScanStage scan
              && scan.scan() instanceof Scan.OfDataset dataset
          ? "from datamodel:" + dataset.model() + "." + dataset.dataset()
          : null;
    }

    private String bare(String name) {
      for (String prefix : prefixes) {
        if (name.startsWith(prefix)) {
          return name.substring(prefix.length());
        }
      }
      return name;
    }

    @Override
    public RowSink open(RowSink downstream, RunContext run) {
      return new EachRow(
          downstream,
          row -> {
            Row bare = new Row();
            row.names().forEach(name -> bare.set(bare(name), row.get(name)));
            row.replaceWith(bare);
            return true;
          });
    }
  }
}
