package dev.highwater.flink;

import dev.highwater.flink.type.Carried;
import dev.highwater.flink.type.ScopedFinding;
import org.apache.flink.api.java.functions.KeySelector;

/** Findings that may hold each other back have the same key. */
final class ThrottleScope implements KeySelector<Carried<ScopedFinding>, String> {

  private static final long serialVersionUID = 1L;

  @Override
  public String getKey(Carried<ScopedFinding> carried) {
    return carried instanceof Carried.Change<ScopedFinding> change
        ? change.receiver()
        : ((Carried.Value<ScopedFinding>) carried).value().scope();
  }
}
