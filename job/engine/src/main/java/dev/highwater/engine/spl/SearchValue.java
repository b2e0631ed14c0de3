package dev.highwater.engine.spl;

/**
 * The right side of a comparison, a member of a list, or a term.
 *
 * @param text escapes resolved (S-021); {@code *} is a wildcard wherever it stands, also in quotes
 *     (S-020)
 * @param quoted whether it was written in double quotes
 * @param directive what {@code TERM(...)} or {@code CASE(...)} around it asked for
 */
public record SearchValue(SourceSpan span, String text, boolean quoted, Directive directive) {

  /** How a value is matched. */
  public enum Directive {
    NONE,
    /** Bounded by major breakers (S-033). */
    TERM,
    /** Case-sensitive (S-034). */
    CASE
  }

  public boolean hasWildcard() {
    return text.indexOf('*') >= 0;
  }
}
