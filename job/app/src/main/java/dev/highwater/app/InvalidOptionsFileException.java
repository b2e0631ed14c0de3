package dev.highwater.app;

import java.util.List;

/** An options file that cannot be understood; the message has a line for each fault. */
final class InvalidOptionsFileException extends Exception {
  InvalidOptionsFileException(List<String> faults) {
    super(String.join(System.lineSeparator(), faults));
  }
}
