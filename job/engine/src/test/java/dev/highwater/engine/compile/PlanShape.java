package dev.highwater.engine.compile;

import dev.highwater.engine.function.statistical.Random;
import dev.highwater.engine.match.PcrePattern;
import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.SearchCatalog;
import dev.highwater.engine.plan.SearchPlanner;
import dev.highwater.engine.spl.CommandCall;
import dev.highwater.engine.spl.SearchExpression;
import dev.highwater.engine.spl.SearchValue;
import dev.highwater.engine.spl.SourceSpan;
import dev.highwater.engine.spl.SplException;
import dev.highwater.engine.spl.SplLayout;
import dev.highwater.engine.spl.SplSource;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All that a plan is made of, but for the places where it was written: plans of equal shape do the
 * same. Their equality says less, as evaluators are equal to themselves alone.
 */
public final class PlanShape {

  /** Asked while a plan is made, and no part of it. */
  private static final Set<Class<?>> CONTEXTS =
      Set.of(PlanContext.class, SearchPlanner.class, SearchCatalog.class);

  /** White space as the language has it. */
  private static final String SPACE = "[\\x00- \u00a0\ufeff]+";

  private final Set<Object> open = Collections.newSetFromMap(new IdentityHashMap<>());

  private PlanShape() {}

  /** The shape of a plan, a stage or a part of one, as text. */
  public static String of(Object part) {
    return new PlanShape().shape(part);
  }

  private String shape(@Nullable Object value) {
    if (value == null || value instanceof SourceSpan) {
      return "-";
    } else if (value instanceof Map<?, ?> map) {
      return sorted(
          map.entrySet().stream().map(e -> shape(e.getKey()) + shape(e.getValue())).toList());
    } else if (value instanceof Set<?> set) {
      return sorted(set.stream().map(this::shape).toList());
    } else if (value instanceof Collection<?> list) {
      return list.stream().map(this::shape).collect(Collectors.joining(", ", "[", "]"));
    } else if (value instanceof Object[] array) {
      return shape(Arrays.asList(array));
    } else if (value instanceof SearchExpression.Subsearch) {
      return "[]"; // its plan stands beside the expression
    } else if (value instanceof SearchValue written) {
      return written.directive() + "'" + written.text() + "'"; // quotes change nothing
    } else if (value instanceof CommandCall call) {
      return call.name() + " " + call.arguments().text().replaceAll(SPACE, " ");
    } else if (value instanceof Pattern pattern) {
      return "/" + pattern.pattern() + "/";
    } else if (value instanceof SplSource source) {
      return "`" + layout(source).replaceAll(SPACE, " ") + "`";
    } else if (value instanceof PcrePattern pattern) {
      return "/" + pattern.regex() + "/";
    }
    return isOurs(value) ? ofParts(value) : ofPlain(value);
  }

  /** White space around a pipe says nothing, nor does that it is missing. */
  private static String layout(SplSource source) {
    try {
      return SplLayout.of(source);
    } catch (SplException e) {
      return source.text();
    }
  }

  private static String sorted(Collection<String> shapes) {
    return shapes.stream().sorted().collect(Collectors.joining(", ", "{", "}"));
  }

  private static boolean isOurs(Object value) {
    return value.getClass().getName().startsWith("dev.highwater") && !(value instanceof Enum);
  }

  /** Of other objects only values have a text that says what they are. */
  private static String ofPlain(Object value) {
    boolean isNamed = value instanceof Enum || value instanceof Comparable;
    return isNamed ? "'" + value + "'" : value.getClass().getSimpleName();
  }

  private String ofParts(Object value) {
    if (value.getClass().getName().startsWith(Random.class.getName())) {
      return "random"; // the rest is where it was written
    }
    if (value.getClass().getName().endsWith(".MapTemplate$Token")) {
      return "-"; // a place in the text of the template
    }
    if (CONTEXTS.stream().anyMatch(context -> context.isInstance(value))) {
      return "-";
    }
    if (!open.add(value)) {
      return "^";
    }
    List<String> parts = new ArrayList<>();
    for (Class<?> type = value.getClass();
        type != null && type != Object.class;
        type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers())) {
          parts.add(field.getName() + "=" + shape(partOf(value, field)));
        }
      }
    }
    open.remove(value);
    return value.getClass().getSimpleName() + parts;
  }

  private static @Nullable Object partOf(Object value, Field field) {
    try {
      field.setAccessible(true);
      return field.get(value);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }
}
