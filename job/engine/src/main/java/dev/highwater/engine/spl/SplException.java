package dev.highwater.engine.spl;

/** A piece of SPL that cannot be read; carries the one diagnostic that says why. */
public final class SplException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Diagnostic diagnostic;

  public SplException(Diagnostic diagnostic) {
    super(diagnostic.render());
    this.diagnostic = diagnostic;
  }

  public Diagnostic diagnostic() {
    return diagnostic;
  }
}
