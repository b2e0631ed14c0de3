package dev.highwater.engine.content;

import dev.highwater.engine.risk.RiskObjectType;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The kinds of things that detections of 2024 observe, and what the build makes of them (S-672).
 */
final class ObservableTypes {

  private static final Set<String> USERS = Set.of("user", "username", "email address");
  private static final Set<String> SYSTEMS = Set.of("device", "endpoint", "hostname", "ip address");
  private static final Set<String> OTHERS =
      Set.of(
          "container",
          "email",
          "file",
          "file hash",
          "file name",
          "fingerprint",
          "geo location",
          "mac address",
          "other",
          "process",
          "process name",
          "registry key",
          "registry value",
          "resource uid",
          "unknown",
          "url",
          "url string",
          "user name");

  private ObservableTypes() {}

  static boolean isKnown(String type) {
    String name = type.toLowerCase(Locale.ROOT);
    return List.of(USERS, SYSTEMS, OTHERS).stream().anyMatch(names -> names.contains(name));
  }

  static RiskObjectType victim(String type) {
    String name = type.toLowerCase(Locale.ROOT);
    if (USERS.contains(name)) {
      return RiskObjectType.USER;
    }
    return SYSTEMS.contains(name) ? RiskObjectType.SYSTEM : RiskObjectType.OTHER;
  }

  static String threat(String type) {
    String name = type.toLowerCase(Locale.ROOT);
    return switch (name) {
      case "process name", "process" -> "process";
      case "file name", "file", "file hash" -> "file_name";
      case "ip address" -> "ip_address";
      case "url string", "url" -> "url";
      default -> name;
    };
  }
}
