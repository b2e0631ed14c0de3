package dev.highwater.engine.plan;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A condition that every matching event meets: at least one of the literals is held by its field.
 */
public record LiteralClause(List<FieldLiteral> anyOf) {

  public LiteralClause {
    anyOf = List.copyOf(anyOf);
  }

  /** The length of the shortest literal: the longer, the rarer the events that pass. */
  public int selectivity() {
    return anyOf.stream().mapToInt(each -> each.literal().length()).min().orElse(0);
  }

  public String describe() {
    return anyOf.stream()
        .map(each -> each.field() + " has \"" + each.literal() + "\"")
        .collect(Collectors.joining(" or "));
  }
}
