package dev.highwater.engine.risk;

import java.util.List;
import java.util.TreeSet;

/** The phases of the kill chain that tactics of ATT&amp;CK belong to (S-1901). */
final class KillChain {

  private KillChain() {}

  /** The phases of tactics given by their short names, sorted, each once. */
  static List<String> phasesOf(List<String> tactics) {
    TreeSet<String> phases = new TreeSet<>();
    tactics.forEach(tactic -> phases.add(phase(tactic)));
    return List.copyOf(phases);
  }

  private static String phase(String tactic) {
    return switch (tactic) {
      case "reconnaissance" -> "Reconnaissance";
      case "resource-development" -> "Weaponization";
      case "initial-access" -> "Delivery";
      case "execution", "persistence" -> "Installation";
      case "command-and-control" -> "Command and Control";
      case "exfiltration", "impact" -> "Actions on Objectives";
      default -> "Exploitation";
    };
  }
}
