package dev.highwater.engine;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.highwater.engine.plan.SearchCommand;
import java.net.URLDecoder;
import java.util.List;

/** The order of the packages and what none of them may touch, as job/docs/architecture.md says. */
@AnalyzeClasses(packages = "dev.highwater.engine", importOptions = DoNotIncludeTests.class)
class LayeringTest {

  private static final String ENGINE = "dev.highwater.engine.";

  /** In the order of the data: each knows only those before it. */
  private static final List<String> ORDER =
      List.of(
          "event",
          "match",
          "json",
          "time",
          "spl",
          "plan",
          "command",
          "function",
          "aggregation",
          "optimize",
          "compile",
          "run",
          "schedule",
          "addon",
          "cim",
          "finding",
          "risk",
          "content",
          "detect",
          "verify");

  @ArchTest
  static void packagesKnowOnlyPackagesBeforeThem(JavaClasses engine) {
    for (int i = 0; i < ORDER.size(); i++) {
      noClasses()
          .that()
          .resideInAPackage(within(ORDER.get(i)))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              ORDER.subList(i + 1, ORDER.size()).stream()
                  .map(LayeringTest::within)
                  .toArray(String[]::new))
          .allowEmptyShould(true)
          .check(engine);
    }
  }

  @ArchTest
  static final ArchRule everyClassHasAPlaceInTheOrder =
      classes()
          .should()
          .resideInAnyPackage(ORDER.stream().map(LayeringTest::within).toArray(String[]::new));

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching(ENGINE + "(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule nothingKnowsARuntimeOrTheNetwork =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.flink..", "org.apache.kafka..", "java.nio.channels..")
          .orShould()
          .dependOnClassesThat(describe("reach the network", LayeringTest::reachesTheNetwork));

  @ArchTest
  static final ArchRule searchCommandsLiveInTheCommandPackage =
      classes().that().implement(SearchCommand.class).should().resideInAPackage(within("command"));

  /** The decoder of percent signs is of the network's package only by name. */
  private static boolean reachesTheNetwork(JavaClass type) {
    return type.getPackageName().startsWith("java.net") && !type.isEquivalentTo(URLDecoder.class);
  }

  private static String within(String name) {
    return ENGINE + name + "..";
  }
}
