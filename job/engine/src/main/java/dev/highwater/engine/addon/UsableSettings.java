package dev.highwater.engine.addon;

import dev.highwater.engine.match.PcrePattern;
import dev.highwater.engine.spl.Diagnostic;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a stanza as they can be used; one that cannot is reported and counts as not set.
 */
final class UsableSettings {

  private final ConfStanza stanza;
  private final Consumer<Diagnostic> problems;

  UsableSettings(ConfStanza stanza, Consumer<Diagnostic> problems) {
    this.stanza = stanza;
    this.problems = problems;
  }

  /**
   * What a setting says; empty where it is not set, is empty or cannot be used.
   *
   * @param reading throws {@link IllegalArgumentException} with what is wrong
   */
  <T> Optional<T> read(String key, Function<ConfSetting, T> reading) {
    ConfSetting setting = stanza.settings().get(key);
    if (setting == null || setting.value().isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(reading.apply(setting));
    } catch (IllegalArgumentException e) {
      problems.accept(RegexExtraction.fault(setting, String.valueOf(e.getMessage())).diagnostic());
      return Optional.empty();
    }
  }

  /** An expression for undecoded bytes. */
  @Nullable String regex(String key) {
    return read(key, UsableSettings::checkedRegex).orElse(null);
  }

  private static String checkedRegex(ConfSetting setting) {
    PcrePattern.compileForBytes(setting.value());
    return setting.value();
  }

  /** Empty where it is not said. */
  Optional<Boolean> truth(String key) {
    return read(key, ConfSetting::isTrue);
  }

  static int number(ConfSetting setting) {
    try {
      return Integer.parseInt(setting.value());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "expected a whole number, not '" + setting.value() + "'", e);
    }
  }
}
