package dev.highwater.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import dev.highwater.engine.aggregation.Aggregations;
import dev.highwater.engine.command.Commands;
import dev.highwater.engine.function.Functions;
import dev.highwater.engine.plan.Aggregation;
import dev.highwater.engine.plan.EvalFunction;
import dev.highwater.engine.plan.SearchCommand;
import java.util.Collection;
import java.util.List;

/** Whoever writes a command, function or aggregation also puts it into its list. */
@AnalyzeClasses(packages = "dev.highwater.engine", importOptions = DoNotIncludeTests.class)
class RegistrationTest {

  @ArchTest
  static void everyCommandIsListed(JavaClasses engine) {
    assertThat(names(Commands.byName().values()))
        .containsExactlyInAnyOrderElementsOf(implementations(engine, SearchCommand.class));
  }

  @ArchTest
  static void everyFunctionIsListed(JavaClasses engine) {
    assertThat(names(Functions.byName().values()))
        .containsExactlyInAnyOrderElementsOf(implementations(engine, EvalFunction.class));
  }

  @ArchTest
  static void everyAggregationIsListed(JavaClasses engine) {
    assertThat(names(Aggregations.byName().values()))
        .containsExactlyInAnyOrderElementsOf(implementations(engine, Aggregation.class));
  }

  @ArchTest
  static void noSupportedCommandIsAlsoRefused(JavaClasses engine) {
    assertThat(Commands.unsupported()).doesNotContainAnyElementsOf(Commands.byName().keySet());
  }

  private static List<String> names(Collection<?> objects) {
    return objects.stream().map(each -> each.getClass().getName()).distinct().toList();
  }

  private static List<String> implementations(JavaClasses engine, Class<?> type) {
    return engine.stream()
        .filter(each -> each.isAssignableTo(type) && !each.isInterface())
        .map(JavaClass::getName)
        .toList();
  }
}
