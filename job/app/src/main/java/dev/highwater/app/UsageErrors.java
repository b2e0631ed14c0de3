package dev.highwater.app;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Turns options that contradict each other into usage errors. */
final class UsageErrors {
  private UsageErrors() {}

  /**
   * Makes options; what their constructors complain about becomes the command's usage error.
   *
   * @param spec the command, which picocli has set before it calls it
   */
  static <T> T check(@Nullable CommandSpec spec, Supplier<T> options) {
    try {
      return options.get();
    } catch (IllegalArgumentException fault) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(),
          Objects.requireNonNullElse(fault.getMessage(), fault.toString()),
          fault);
    }
  }
}
