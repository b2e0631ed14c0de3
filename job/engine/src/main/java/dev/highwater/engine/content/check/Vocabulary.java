package dev.highwater.engine.content.check;

import dev.highwater.engine.spl.DidYouMean;
import dev.highwater.engine.spl.SourceSpan;
import dev.highwater.engine.spl.SplSource;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The values that a key may have.
 *
 * @param isClosed whether another value is an error, not only to be warned of
 */
record Vocabulary(Set<String> values, boolean isClosed) {

  static Vocabulary closed(String... values) {
    return new Vocabulary(new TreeSet<>(Arrays.asList(values)), true);
  }

  static Vocabulary open(String... values) {
    return new Vocabulary(new TreeSet<>(Arrays.asList(values)), false);
  }

  void check(String key, SplSource value, Faults faults) {
    check(key, value.text(), new SourceSpan(value, 0, value.text().length()), faults);
  }

  void check(String key, String value, SourceSpan place, Faults faults) {
    if (values.contains(value)) {
      return;
    }
    String message = "'" + key + "' has no value '" + value + "'";
    if (isClosed) {
      faults.error(place, message, hint(value));
    } else {
      faults.warning(place, message, hint(value));
    }
  }

  private @Nullable String hint(String value) {
    String nearest = DidYouMean.nearest(value, values);
    if (nearest != null) {
      return "Did you mean '" + nearest + "'?";
    }
    return isClosed ? "It is one of " + String.join(", ", values) : null;
  }
}
