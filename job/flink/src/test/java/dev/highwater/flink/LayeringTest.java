package dev.highwater.flink;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The adapter knows the engine, never the other way round. */
@AnalyzeClasses(
    packages = {"dev.highwater.flink", "dev.highwater.engine"},
    importOptions = DoNotIncludeTests.class)
class LayeringTest {

  @ArchTest
  static final ArchRule theEngineKnowsNoAdapter =
      noClasses()
          .that()
          .resideInAPackage("dev.highwater.engine..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.highwater.flink..", "org.apache.flink..");

  @ArchTest
  static final ArchRule serializersKnowNoOperator =
      noClasses()
          .that()
          .resideInAPackage("dev.highwater.flink.type..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.highwater.flink", "dev.highwater.flink.local..");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("dev.highwater.flink.(*)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule operatorsReadNoClock =
      noClasses()
          .that()
          .resideInAnyPackage("dev.highwater.flink", "dev.highwater.flink.type..")
          .should()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .because("time is event time; the wall clock is the embedded cluster's affair");
}
