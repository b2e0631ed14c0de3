package dev.highwater.engine.match;

/** A set of byte values. */
final class ByteClass {

  private final boolean[] members = new boolean[256];
  private int size;

  static ByteClass all() {
    ByteClass set = new ByteClass();
    set.addRange(0, 255);
    return set;
  }

  boolean has(byte b) {
    return members[b & 0xff];
  }

  void add(int b) {
    size += members[b] ? 0 : 1;
    members[b] = true;
  }

  void addRange(int from, int to) {
    for (int b = from; b <= to; b++) {
      add(b);
    }
  }

  void addAll(ByteClass other) {
    for (int b = 0; b < 256; b++) {
      if (other.members[b]) {
        add(b);
      }
    }
  }

  ByteClass complement() {
    ByteClass set = new ByteClass();
    for (int b = 0; b < 256; b++) {
      if (!members[b]) {
        set.add(b);
      }
    }
    return set;
  }

  /** Its only member where that is one ASCII character, else -1. */
  int single() {
    for (int b = 0; size == 1 && b < 128; b++) {
      if (members[b]) {
        return b;
      }
    }
    return -1;
  }

  boolean isAll() {
    return size == members.length;
  }

  /**
   * Whether each byte of a character beyond ASCII is in the set, or none is: then bytes serve as
   * characters.
   */
  boolean isUniformBeyondAscii() {
    for (int b = 129; b < 256; b++) {
      if (members[b] != members[128]) {
        return false;
      }
    }
    return true;
  }

  boolean hasBeyondAscii() {
    return members[128];
  }
}
