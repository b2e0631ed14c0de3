package dev.highwater.engine.cim;

import dev.highwater.engine.compile.MacroExpander;
import dev.highwater.engine.plan.FixedLookups;
import dev.highwater.engine.plan.MacroLibrary;
import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.CommandCall;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.SearchExpression;
import dev.highwater.engine.spl.SourceSpan;
import dev.highwater.engine.spl.SplException;
import dev.highwater.engine.spl.SplParser;
import dev.highwater.engine.spl.SplSource;
import dev.highwater.engine.spl.SplSources;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a data model's file says of one dataset: constraints, required fields, base search,
 * calculations (S-500). Safe for several threads.
 */
final class DatasetReader {

  private final MacroExpander macros;
  private final FixedLookups lookups;
  private final CimVersion version;

  /**
   * @param macros those that constraints and expressions name
   * @param lookups those that calculations name
   * @param version constraints and calculations of other versions, by their {@code since} and
   *     {@code before}, are left out (S-540)
   */
  DatasetReader(MacroLibrary macros, FixedLookups lookups, CimVersion version) {
    this.macros = new MacroExpander(macros);
    this.lookups = lookups;
    this.version = version;
  }

  /** Whether the file says which events belong to the dataset. */
  static boolean isDefined(JsonTree object) {
    return object.text("baseSearch") != null || !object.objects("constraints").isEmpty();
  }

  static List<String> fieldNames(List<JsonTree> fields) {
    return fields.stream().map(field -> field.requiredText("fieldName")).toList();
  }

  /**
   * The dataset.
   *
   * @param siblings the datasets of its model by name
   * @throws SplException for a search or expression that cannot be used
   */
  Dataset read(
      String file,
      JsonTree object,
      DatasetShape shape,
      @Nullable Dataset parent,
      Function<String, @Nullable Dataset> siblings) {
    return new Reading(file, shape, parent).dataset(object, siblings);
  }

  /** One dataset while it is read. */
  private final class Reading {
    private final String file;
    private final DatasetShape shape;
    private final @Nullable Dataset parent;
    private final List<SearchExpression> constraints = new ArrayList<>();
    private final List<Calculation> calculations = new ArrayList<>();

    Reading(String file, DatasetShape shape, @Nullable Dataset parent) {
      this.file = file;
      this.shape = shape;
      this.parent = parent;
    }

    Dataset dataset(JsonTree object, Function<String, @Nullable Dataset> siblings) {
      if (parent != null) {
        calculations.addAll(parent.calculations());
      }
      String base = object.text("baseSearch");
      if (base != null) {
        addBaseSearch(base);
      }
      for (JsonTree constraint : ofVersion(object.objects("constraints"))) {
        addConstraint(constraint.requiredText("search"));
      }
      for (JsonTree field : object.objects("fields")) {
        if ("true".equals(field.text("required"))) {
          addConstraint("\"" + field.requiredText("fieldName") + "\"=*");
        }
      }
      for (JsonTree calculation : ofVersion(object.objects("calculations"))) {
        calculations.addAll(
            new CalculationReader(shape.path(), calculation, this::expanded, lookups).read());
      }
      SearchExpression all = new SearchExpression.And(constraints.get(0).span(), constraints);
      return new Dataset(
          shape,
          parent,
          parent == null ? all : CalculatedNames.of(parent, all),
          calculations,
          siblings);
    }

    private List<JsonTree> ofVersion(List<JsonTree> entries) {
      return entries.stream()
          .filter(entry -> version.isIn(entry.text("since"), entry.text("before")))
          .toList();
    }

    private SplSource expanded(String place, String text) {
      return macros.expand(SplSources.of(file + " (" + place + ")", text));
    }

    private List<CommandCall> calls(String search) {
      return SplParser.parse(expanded(shape.path(), search)).calls();
    }

    private void addConstraint(String search) {
      List<CommandCall> calls = calls(search);
      if (calls.size() > 1) {
        throw unsupported(calls.get(1).nameSpan(), "a constraint that is more than a search");
      }
      addFilter(calls.get(0));
    }

    private void addFilter(CommandCall call) {
      requireCommand("search", call);
      constraints.add(new ArgumentReader(call).searchExpression());
    }

    private void requireCommand(String name, CommandCall call) {
      if (!call.name().equals(name)) {
        throw unsupported(call.nameSpan(), "a base search with the command " + call.name());
      }
    }

    /**
     * A root that is a search of its own: its filter is the constraint, its evals run before the
     * calculations.
     */
    private void addBaseSearch(String search) {
      List<CommandCall> calls = calls(search);
      addFilter(calls.get(0));
      for (CommandCall call : calls.subList(1, calls.size())) {
        requireCommand("eval", call);
        calculations.addAll(CalculationReader.assignments(new ArgumentReader(call)));
      }
    }

    private SplException unsupported(SourceSpan span, String what) {
      return new SplException(Diagnostic.unsupported(span, what + " is not supported"));
    }
  }
}
