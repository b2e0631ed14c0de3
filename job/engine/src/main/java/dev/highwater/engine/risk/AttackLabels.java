package dev.highwater.engine.risk;

import java.util.List;

/**
 * What ATT&amp;CK says of a list of techniques.
 *
 * @param techniques their names, in the order of the list; what ATT&amp;CK does not know has none
 * @param tactics the short names of their tactics, such as {@code privilege-escalation}, each once
 * @param tacticIds the ids of the tactics, such as {@code TA0004}, in the order of {@code tactics}
 */
public record AttackLabels(List<String> techniques, List<String> tactics, List<String> tacticIds) {

  public static final AttackLabels NONE = new AttackLabels(List.of(), List.of(), List.of());

  public AttackLabels {
    techniques = List.copyOf(techniques);
    tactics = List.copyOf(tactics);
    tacticIds = List.copyOf(tacticIds);
  }
}
