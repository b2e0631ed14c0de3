package dev.highwater.engine.command;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The calculated lookups there are. */
final class CalculatedLookups {

  private static final Map<String, CalculatedLookup> BY_NAME =
      List.<CalculatedLookup>of(new ShannonEntropy()).stream()
          .collect(Collectors.toMap(CalculatedLookup::name, Function.identity()));

  private CalculatedLookups() {}

  static @Nullable CalculatedLookup named(String name) {
    return BY_NAME.get(name);
  }
}
