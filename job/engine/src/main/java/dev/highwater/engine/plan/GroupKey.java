package dev.highwater.engine.plan;

import dev.highwater.engine.event.FieldValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The by-values of a group as a key of a hash table: equal where their texts are, so that the
 * number 1 and the text {@code 1} are one group.
 */
public final class GroupKey {

  private final List<FieldValue> values;
  private final int hash;

  public GroupKey(List<FieldValue> values) {
    this.values = values;
    int sum = 1;
    for (int i = 0; i < values.size(); i++) {
      sum = 31 * sum + values.get(i).text().hashCode();
    }
    this.hash = sum;
  }

  public List<FieldValue> values() {
    return values;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof GroupKey key
        && key.hash == hash
        && key.values.size() == values.size()
        && hasTextsOf(key);
  }

  private boolean hasTextsOf(GroupKey other) {
    for (int i = 0; i < values.size(); i++) {
      if (!values.get(i).text().equals(other.values.get(i).text())) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
