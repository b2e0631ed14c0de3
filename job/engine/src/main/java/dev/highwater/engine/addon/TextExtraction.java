package dev.highwater.engine.addon;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.MultiValue;
import dev.highwater.engine.event.RawEvent;
import dev.highwater.engine.match.RequiredLiterals;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes all its fields from a text at once.
 *
 * @param reading from a text to the values of each field, in the order of the text
 * @param fields the names that it gives; none when {@code isOpen} holds
 * @param required what an event holds that it takes something from
 * @param escape what a text holds in which a value may be spelled otherwise, the empty text when
 *     values stand in it as they are; empty when values may be put together
 */
record TextExtraction(
    Reading reading,
    Set<String> fields,
    boolean isOpen,
    String sourceField,
    RequiredLiterals required,
    Optional<String> escape)
    implements Extraction {

  private static final String BACKSLASH = "\\";

  /** What a backslash stands before only as {@code \\u0041}: no quote, no slash, no white space. */
  private static final Pattern PLAIN = Pattern.compile("[ -~&&[^\"\\\\/]]+");

  /** How the number of a character of ASCII begins. */
  private static final String NUMBERED = "\\u00";

  TextExtraction {
    fields = Set.copyOf(fields);
  }

  /** From a text to fields. */
  @FunctionalInterface
  interface Reading {

    /**
     * The values of each field, in the order of the text.
     *
     * @param limits counts matches that are given up
     */
    Map<String, List<FieldValue>> of(String text, RuleLimits limits);
  }

  @Override
  public Optional<Set<String>> literalsInSource(String literal) {
    return escape.map(
        text -> text.isEmpty() ? Set.of(literal) : Set.of(literal, escapeOf(literal, text)));
  }

  /**
   * What stands in a text that spells the literal otherwise. Paths of Windows are full of
   * backslashes, and would look as if they might spell anything.
   */
  private static String escapeOf(String literal, String escape) {
    return escape.equals(BACKSLASH) && PLAIN.matcher(literal).matches() ? NUMBERED : escape;
  }

  @Override
  public Optional<Set<String>> literalsInNames(String literal) {
    return RegexExtraction.IN_ONE_PIECE.matcher(literal).matches()
        ? literalsInSource(literal)
        : Optional.empty();
  }

  @Override
  public ExtractionState on(EventFields fields) {
    return new State(this, fields);
  }

  private static final class State implements ExtractionState {
    private final TextExtraction extraction;
    private final EventFields fields;
    private int generation;
    private Map<String, List<FieldValue>> found = Map.of();

    State(TextExtraction extraction, EventFields fields) {
      this.extraction = extraction;
      this.fields = fields;
    }

    @Override
    public boolean mayGive(String name) {
      return extraction.mayGive(name);
    }

    @Override
    public @Nullable FieldValue value(FieldSlot slot) {
      List<FieldValue> values = found().get(slot.name);
      return values == null ? null : MultiValue.of(values);
    }

    @Override
    public void addNames(Set<String> names) {
      names.addAll(found().keySet());
    }

    private boolean mayTake() {
      RawEvent event = fields.event();
      return !extraction.sourceField().equals(RegexExtraction.RAW)
          || extraction.required().areIn(event.bytes(), event.start(), event.end());
    }

    private Map<String, List<FieldValue>> found() {
      if (generation != fields.generation()) {
        generation = fields.generation();
        FieldValue source = mayTake() ? fields.extracted(extraction.sourceField()) : null;
        found = source == null ? Map.of() : extraction.reading().of(source.text(), fields.limits());
      }
      return found;
    }
  }
}
