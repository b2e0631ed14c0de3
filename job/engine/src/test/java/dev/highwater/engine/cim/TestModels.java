package dev.highwater.engine.cim;

import static java.util.Objects.requireNonNull;

import dev.highwater.engine.compile.SearchExpressionCompiler;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.FixedLookups;
import dev.highwater.engine.plan.MacroDefinition;
import dev.highwater.engine.plan.MacroLibrary;
import dev.highwater.engine.plan.RunContext;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Small data models and events for tests. */
final class TestModels {

  static final MacroLibrary NO_MACROS =
      new MacroLibrary() {
        @Override
        public @Nullable MacroDefinition macro(String name, int argumentCount) {
          return null;
        }

        @Override
        public Set<String> signatures() {
          return Set.of();
        }
      };

  private TestModels() {}

  /** A library with one model. */
  static DataModels of(String model, String text) {
    return of(model, text, FixedLookups.NONE);
  }

  static DataModels of(String model, String text, FixedLookups lookups) {
    return new DataModels(Set.of(model), name -> text, NO_MACROS, lookups, CimVersion.USUAL);
  }

  static Dataset dataset(DataModels models, String model, String dataset) {
    return requireNonNull(models.dataset(model, dataset));
  }

  /** An event of fields and values in turn; tags are values of {@code tag}. */
  static Row event(String... fieldsAndValues) {
    Row event = new Row();
    for (int i = 0; i < fieldsAndValues.length; i += 2) {
      event.set(fieldsAndValues[i], FieldValue.of(fieldsAndValues[i + 1]));
    }
    return event;
  }

  static boolean isMember(Dataset dataset, Row event) {
    return membership(event).of(dataset).matches(event);
  }

  static Membership membership(Row event) {
    return new Membership(event, RunContext.BEFORE_RUN, SearchExpressionCompiler::compile);
  }

  /** The value of a field by the name that searches have for it, {@code NULL} for none. */
  static String value(Dataset dataset, Row event, String name) {
    FieldValue value = new DatasetFields(dataset, membership(event)).get(name);
    return value == null ? "NULL" : value.text();
  }
}
