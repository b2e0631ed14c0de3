package dev.highwater.engine.command;

/** {@code kv}: another name of {@code extract}. */
public final class Kv extends Extract {

  public Kv() {
    super("kv");
  }
}
