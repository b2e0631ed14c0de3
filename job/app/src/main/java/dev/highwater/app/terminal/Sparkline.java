package dev.highwater.app.terminal;

import java.util.List;

/** Numbers as a line of bars, each as high as its number next to the greatest one. */
public final class Sparkline {

  private static final String BARS = "▁▂▃▄▅▆▇█";

  private Sparkline() {}

  /** A bar for each number; a blank for one that is not above 0. */
  public static String of(List<Double> numbers) {
    double greatest = numbers.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    StringBuilder line = new StringBuilder();
    for (double number : numbers) {
      int height = (int) Math.ceil(number / greatest * BARS.length());
      line.append(number > 0 ? BARS.charAt(Math.max(0, height - 1)) : ' ');
    }
    return line.toString();
  }
}
