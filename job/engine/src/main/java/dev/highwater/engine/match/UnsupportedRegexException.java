package dev.highwater.engine.match;

/** A regular expression that PCRE knows and Java's engine cannot run. */
public final class UnsupportedRegexException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  UnsupportedRegexException(String regex, String construct, String meaning) {
    super(
        "unsupported in a regular expression: "
            + meaning
            + " '"
            + construct
            + "' in '"
            + shortened(regex)
            + "'");
  }

  private static String shortened(String regex) {
    return regex.length() <= 80 ? regex : regex.substring(0, 80) + "...";
  }
}
