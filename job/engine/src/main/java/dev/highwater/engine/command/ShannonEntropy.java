package dev.highwater.engine.command;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The Shannon entropy of the characters of a text, in bits: the higher, the more random it looks.
 * Rule S-1250.
 */
final class ShannonEntropy implements CalculatedLookup {

  private static final String OUTPUT = "ut_shannon";

  @Override
  public String name() {
    return "ut_shannon_lookup";
  }

  @Override
  public String input() {
    return "word";
  }

  @Override
  public List<String> outputs() {
    return List.of(OUTPUT);
  }

  @Override
  public Row row(String value) {
    // as text, which is what a cell of a lookup is
    return new Row().set(OUTPUT, FieldValue.of(FieldValue.of(bits(value)).text()));
  }

  private static double bits(String text) {
    Map<Integer, Integer> counts = new TreeMap<>();
    text.codePoints().forEach(c -> counts.merge(c, 1, Integer::sum));
    double length = text.codePointCount(0, text.length());
    double bits = 0;
    for (int count : counts.values()) {
      double share = count / length;
      bits -= share * Math.log(share) / Math.log(2);
    }
    return bits + 0.0; // of one character only it is 0, not -0
  }
}
