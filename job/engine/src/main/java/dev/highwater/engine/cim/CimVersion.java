package dev.highwater.engine.cim;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A version of the Common Information Model, as {@code 5.0.1} (S-540).
 *
 * @param numbers its parts, the greatest first; missing ones are 0
 */
public record CimVersion(List<Integer> numbers) implements Comparable<CimVersion> {

  private static final Pattern FORM = Pattern.compile("[0-9]{1,4}(\\.[0-9]{1,4}){0,3}");

  /** The version that the data models are of unless another is asked for (S-1060). */
  public static final CimVersion USUAL = parse("5.0.1");

  public CimVersion {
    numbers = List.copyOf(numbers);
  }

  /**
   * The version that a text spells.
   *
   * @throws IllegalArgumentException when it spells none
   */
  public static CimVersion parse(String text) {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "Invalid CIM version: " + text + " (must be numbers and points, as 5.0.1)");
    }
    return new CimVersion(Arrays.stream(text.split("\\.", -1)).map(Integer::valueOf).toList());
  }

  /**
   * Whether it lies in a range.
   *
   * @param since the first version; {@code null} for any
   * @param before the first version behind; {@code null} for none
   */
  boolean isIn(@Nullable String since, @Nullable String before) {
    return (since == null || compareTo(parse(since)) >= 0)
        && (before == null || compareTo(parse(before)) < 0);
  }

  @Override
  public int compareTo(CimVersion other) {
    for (int i = 0; i < Math.max(numbers.size(), other.numbers.size()); i++) {
      int order = Integer.compare(number(i), other.number(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private int number(int place) {
    return place < numbers.size() ? numbers.get(place) : 0;
  }

  /** With points between its parts. */
  @Override
  public String toString() {
    return String.join(".", numbers.stream().map(String::valueOf).toList());
  }
}
