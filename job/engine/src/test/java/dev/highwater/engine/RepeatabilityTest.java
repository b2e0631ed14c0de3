package dev.highwater.engine;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Date;
import java.util.Random;
import java.util.Set;

/** Equal input gives equal output: no clock, no chance, no defaults of the machine, no memory. */
@AnalyzeClasses(packages = "dev.highwater.engine", importOptions = DoNotIncludeTests.class)
class RepeatabilityTest {

  private static final Set<String> CLOCKS =
      Set.of(
          "java.lang.System.currentTimeMillis",
          "java.lang.System.nanoTime",
          "java.lang.Math.random",
          "java.util.UUID.randomUUID",
          "java.util.Calendar.getInstance",
          "java.time.ZoneId.systemDefault",
          "java.util.TimeZone.getDefault",
          "java.util.Locale.getDefault");

  private static final Set<String> MUTABLE_PACKAGES =
      Set.of("java.util.concurrent.atomic", "java.util.concurrent", "java.text");

  private static final Set<String> MUTABLE_TYPES =
      Set.of(
          "java.util.ArrayList",
          "java.util.LinkedList",
          "java.util.ArrayDeque",
          "java.util.HashMap",
          "java.util.LinkedHashMap",
          "java.util.TreeMap",
          "java.util.EnumMap",
          "java.util.HashSet",
          "java.util.LinkedHashSet",
          "java.util.TreeSet",
          "java.util.BitSet",
          "java.lang.StringBuilder",
          "java.lang.ThreadLocal");

  @ArchTest
  static final ArchRule nothingAsksTheClockTheDiceOrTheMachine =
      noClasses()
          .should()
          .callMethodWhere(describe("it depends on more than the input", RepeatabilityTest::isNow))
          .orShould()
          .callConstructorWhere(describe("it reads the clock or rolls dice", c -> isChance(c)))
          .because("a search's clock is the scheduled time of its run; replays repeat exactly");

  @ArchTest
  static final ArchRule staticFieldsAreFinal = fields().that().areStatic().should().beFinal();

  @ArchTest
  static final ArchRule staticFieldsHoldNothingMutable =
      noFields().that().areStatic().should().haveRawType(mutable());

  @ArchTest
  static final ArchRule staticArraysStayInside =
      fields()
          .that()
          .areStatic()
          .and()
          .haveRawType(describe("an array", JavaClass::isArray))
          .should()
          .bePrivate()
          .orShould()
          .haveModifier(JavaModifier.SYNTHETIC);

  private static boolean isNow(JavaMethodCall call) {
    String owner = call.getTargetOwner().getName();
    boolean isTimeNow = owner.startsWith("java.time.") && call.getName().equals("now");
    boolean isSystemClock = owner.equals("java.time.Clock") && call.getName().startsWith("system");
    return isTimeNow || isSystemClock || CLOCKS.contains(owner + "." + call.getName());
  }

  private static boolean isChance(JavaConstructorCall call) {
    JavaClass owner = call.getTargetOwner();
    return call.getTarget().getRawParameterTypes().isEmpty()
        && (owner.isEquivalentTo(Random.class) || owner.isEquivalentTo(Date.class));
  }

  private static DescribedPredicate<JavaClass> mutable() {
    return describe(
        "a mutable type",
        type ->
            MUTABLE_PACKAGES.contains(type.getPackageName())
                || MUTABLE_TYPES.contains(type.getName()));
  }
}
