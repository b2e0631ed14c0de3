package dev.highwater.engine.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A path into JSON: {@code a.b{}.c}. Names are separated by dots; {@code {}} stands for all items
 * of an array, {@code {0}} for one of them (S-170). Immutable.
 */
public final class JsonPath {

  private final List<PathStep> steps;

  private JsonPath(List<PathStep> steps) {
    this.steps = List.copyOf(steps);
  }

  /**
   * The path that the text writes; {@code null} when it is empty or its braces are not well formed.
   */
  public static @Nullable JsonPath parse(String text) {
    List<PathStep> steps = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int nameEnd = at;
      while (nameEnd < text.length() && ".{".indexOf(text.charAt(nameEnd)) < 0) {
        nameEnd++;
      }
      if (nameEnd > at) {
        steps.add(new PathStep.Name(text.substring(at, nameEnd)));
      }
      at = braces(text, nameEnd, steps);
      if (at < 0 || (at < text.length() && text.charAt(at++) != '.')) {
        return null;
      }
    }
    return steps.isEmpty() ? null : new JsonPath(steps);
  }

  /** Reads any number of braces; the offset behind them, -1 when they are not well formed. */
  private static int braces(String text, int start, List<PathStep> steps) {
    int at = start;
    while (at < text.length() && text.charAt(at) == '{') {
      int close = text.indexOf('}', at);
      if (close < 0) {
        return -1;
      }
      String index = text.substring(at + 1, close);
      if (!index.chars().allMatch(c -> c >= '0' && c <= '9') || index.length() > 9) {
        return -1;
      }
      steps.add(index.isEmpty() ? new PathStep.Each() : new PathStep.Item(Integer.parseInt(index)));
      at = close + 1;
    }
    return at;
  }

  /** Whether it may lead to several values: it has {@code {}} in it. */
  public boolean isMany() {
    return steps.stream().anyMatch(PathStep.Each.class::isInstance);
  }

  /** Whether it is {@code {}} alone, which stands for the whole of an object, too. */
  public boolean isWhole() {
    return steps.size() == 1 && isMany();
  }

  /** The values that the path leads to, in order. */
  public List<Json> select(Json root) {
    List<Json> selected = List.of(root);
    for (PathStep step : steps) {
      List<Json> next = new ArrayList<>();
      for (Json value : selected) {
        step.collect(value, next);
      }
      selected = next;
    }
    return selected;
  }

  /**
   * The value with what the path leads to changed; what the path does not fit stays as it is.
   *
   * @param change makes the new value; it is called with {@code null} for the missing member that
   *     ends the path, and may leave it missing or remove one by returning {@code null}
   * @param creates whether objects that are missing on the way are made
   */
  public Json change(Json root, JsonChange change, boolean creates) {
    Json changed = change(root, 0, change, creates);
    return changed == null ? root : changed;
  }

  private @Nullable Json change(
      @Nullable Json value, int depth, JsonChange change, boolean creates) {
    if (depth == steps.size()) {
      return change.of(value);
    }
    PathStep step = steps.get(depth);
    if (value == null) {
      return creates && step instanceof PathStep.Name
          ? step.change(new Json.Members(Map.of()), inner -> change(inner, depth + 1, change, true))
          : null;
    }
    return step.change(value, inner -> change(inner, depth + 1, change, creates));
  }
}
