package dev.highwater.engine.addon;

import dev.highwater.engine.command.KeyValuePairs;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.RawEvent;
import dev.highwater.engine.match.BytePattern;
import dev.highwater.engine.match.PcreMatcher;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an extraction found in the event at hand: run at most once for an event. */
final class RegexState implements ExtractionState {

  private final RegexExtraction extraction;
  private final EventFields fields;
  private final int[] match;
  private int generation;
  private boolean isFound;

  /** Pairs by bytes: start and end of name and value, four numbers each. */
  private int[] pairs = new int[4 * 32];

  private int pairCount;
  private @Nullable PcreMatcher matcher;

  private final Map<String, FieldValue> textPairs = new HashMap<>();
  private int textPairsAt;

  RegexState(RegexExtraction extraction, EventFields fields) {
    this.extraction = extraction;
    this.fields = fields;
    BytePattern bytes = extraction.bytes();
    this.match = bytes == null ? new int[0] : bytes.newMatch();
  }

  @Override
  public boolean mayGive(String name) {
    return extraction.mayGive(name);
  }

  @Override
  public @Nullable FieldValue value(FieldSlot slot) {
    refresh();
    if (!isFound) {
      return null;
    }
    if (extraction.isOpen()) {
      return extraction.bytes() == null ? pairOfText(slot) : pairOfBytes(slot);
    }
    Integer group = extraction.names().get(slot.name);
    return group == null ? null : group(group);
  }

  @Override
  public void addNames(Set<String> names) {
    if (!extraction.isOpen()) {
      return;
    }
    refresh();
    PcreMatcher current = matcher;
    if (extraction.bytes() != null) {
      for (int i = 0; i < 4 * pairCount; i += 4) {
        String key =
            new String(
                fields.event().bytes(), pairs[i], pairs[i + 1] - pairs[i], StandardCharsets.UTF_8);
        names.add(named(key));
      }
    } else if (isFound && current != null) {
      current.reset();
      while (isFound(current)) {
        names.add(named(current.group(1)));
      }
    }
  }

  private void refresh() {
    if (generation != fields.generation()) {
      generation = fields.generation();
      run();
    }
  }

  private void run() {
    BytePattern bytes = extraction.bytes();
    if (bytes == null) {
      FieldValue source = mayMatch() ? fields.extracted(extraction.sourceField()) : null;
      matcher = source == null ? null : extraction.pattern().matcher(source.text());
      isFound = matcher != null && isFound(matcher);
    } else if (extraction.isOpen()) {
      findPairs(bytes);
    } else {
      RawEvent event = fields.event();
      isFound = bytes.find(event.bytes(), event.start(), event.end(), match);
    }
  }

  /** Whether the event, where it is that which is looked at, holds what every match holds. */
  private boolean mayMatch() {
    RawEvent event = fields.event();
    return !extraction.sourceField().equals(RegexExtraction.RAW)
        || extraction.required().areIn(event.bytes(), event.start(), event.end());
  }

  /** Moves to the next match; one that is given up is counted. */
  private boolean isFound(PcreMatcher current) {
    boolean isNext = current.find();
    current.tellLimit(fields.limits()::tally);
    return isNext;
  }

  private @Nullable FieldValue group(int group) {
    if (extraction.bytes() != null) {
      return fields.values().of(fields.event().bytes(), match[2 * group], match[2 * group + 1]);
    }
    String value = matcher == null ? null : matcher.group(group);
    return value == null || value.isEmpty() ? null : FieldValue.of(value);
  }

  private void findPairs(BytePattern bytes) {
    RawEvent event = fields.event();
    pairCount = 0;
    int at = event.start();
    while (at < event.end() && bytes.find(event.bytes(), at, event.end(), match)) {
      if (4 * pairCount == pairs.length) {
        pairs = Arrays.copyOf(pairs, 2 * pairs.length);
      }
      System.arraycopy(match, 2, pairs, 4 * pairCount++, 4);
      at = Math.max(match[1], at + 1);
    }
    isFound = pairCount > 0;
  }

  private @Nullable FieldValue pairOfBytes(FieldSlot slot) {
    byte[] bytes = fields.event().bytes();
    for (int i = 0; i < 4 * pairCount; i += 4) {
      if (isNamed(slot, bytes, pairs[i], pairs[i + 1])) {
        FieldValue value = fields.values().of(bytes, pairs[i + 2], pairs[i + 3]);
        if (value != null) {
          return value; // repeated names: the first value holds (S-655)
        }
      }
    }
    return null;
  }

  private boolean isNamed(FieldSlot slot, byte[] bytes, int from, int to) {
    byte[] name = slot.nameBytes;
    if (!extraction.cleansKeys()) {
      return Arrays.equals(bytes, from, to, name, 0, name.length);
    }
    int at = from;
    while (at < to && !isLetter(bytes[at])) {
      at++; // digits and underscores in front, and what becomes one, go
    }
    if (to - at != name.length) {
      return false;
    }
    for (byte expected : name) {
      byte own = bytes[at++];
      if (expected != (isLetter(own) || isDigit(own) ? own : '_')) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetter(byte b) {
    return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  private String named(@Nullable String key) {
    String name = String.valueOf(key);
    return extraction.cleansKeys() ? KeyValuePairs.clean(name) : name;
  }

  private @Nullable FieldValue pairOfText(FieldSlot slot) {
    if (textPairsAt != generation) {
      textPairsAt = generation;
      readTextPairs();
    }
    return textPairs.get(slot.name);
  }

  /** All pairs in one go: of a name the first value holds (S-655). */
  private void readTextPairs() {
    textPairs.clear();
    PcreMatcher current = matcher;
    if (current == null) {
      return;
    }
    current.reset();
    while (isFound(current)) {
      String value = current.group(2);
      if (value != null && !value.isEmpty()) {
        textPairs.putIfAbsent(named(current.group(1)), FieldValue.of(value));
      }
    }
  }
}
