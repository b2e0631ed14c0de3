package dev.highwater.app;

import dev.highwater.app.options.SpanArgument;
import dev.highwater.app.options.TimeArgument;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What is wrong with the arguments of one command: reported together, not one by one. */
public final class ArgumentFaults {
  private final List<String> faults = new ArrayList<>();

  private ArgumentFaults() {}

  /**
   * Makes options from arguments. The maker puts what it notices into the faults; an {@code
   * IllegalArgumentException} of the options themselves is one more fault.
   *
   * @param spec the command, which picocli has set before it calls it
   * @throws ParameterException with a line for each fault
   */
  public static <T> T check(@Nullable CommandSpec spec, Function<ArgumentFaults, T> options) {
    ArgumentFaults faults = new ArgumentFaults();
    T made = null;
    try {
      made = options.apply(faults);
    } catch (IllegalArgumentException fault) {
      faults.faults.add(Objects.requireNonNullElse(fault.getMessage(), fault.toString()));
    }
    if (made == null || !faults.faults.isEmpty()) {
      String message = String.join(System.lineSeparator(), faults.faults);
      throw new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
    }
    return made;
  }

  /** One more fault, in a sentence that names the argument. */
  public void add(String fault) {
    faults.add(fault);
  }

  /** The bound of a range that an option gives; {@code otherwise} when it is not set or none. */
  public String bound(String option, @Nullable String text, ZoneId zone, String otherwise) {
    if (text == null) {
      return otherwise;
    }
    try {
      return TimeArgument.bound(text, zone);
    } catch (IllegalArgumentException fault) {
      faults.add(option + ": " + fault.getMessage());
      return otherwise;
    }
  }

  /** The length of time that an option gives; null when it is not set or none. */
  public @Nullable Duration span(String option, @Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      return SpanArgument.parse(text);
    } catch (IllegalArgumentException fault) {
      faults.add(option + ": " + fault.getMessage());
      return null;
    }
  }

  /** The time that an option gives; null when it is not set or no time. */
  public @Nullable Instant time(String option, @Nullable String text, ZoneId zone) {
    if (text == null) {
      return null;
    }
    try {
      return TimeArgument.parse(text, zone);
    } catch (IllegalArgumentException fault) {
      faults.add(option + ": " + fault.getMessage());
      return null;
    }
  }
}
