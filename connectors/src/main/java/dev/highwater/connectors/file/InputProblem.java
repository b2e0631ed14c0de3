package dev.highwater.connectors.file;

/**
 * Something about the inputs that the user must know.
 *
 * @param place where: an input as given, a path, or {@code file:line:column} in a manifest
 * @param message what is wrong and what to do, in one sentence without a final stop
 */
public record InputProblem(Severity severity, String place, String message) {

  /** How bad it is. */
  public enum Severity {
    /** What the user named cannot be read: nothing should run. */
    ERROR,
    /** Something found in a directory, or by a pattern, is left out. */
    WARNING
  }

  /** A fault at a place. */
  public static InputProblem error(String place, String message) {
    return new InputProblem(Severity.ERROR, place, message);
  }

  static InputProblem warning(String place, String message) {
    return new InputProblem(Severity.WARNING, place, message);
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** {@code place: message}, with {@code warning:} before the message of a warning. */
  public String render() {
    return place + ": " + (isError() ? "" : "warning: ") + message;
  }
}
