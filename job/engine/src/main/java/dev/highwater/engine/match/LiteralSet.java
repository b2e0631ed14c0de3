package dev.highwater.engine.match;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * Finds in one pass over bytes which of many ASCII literals occur, ASCII case ignored: an
 * Aho-Corasick automaton with its transitions filled in, over classes of bytes. Immutable.
 */
public final class LiteralSet {

  private final byte[] classOfByte = new byte[256];
  private final int classes;
  private final int[] transitions;
  private final int[][] found;

  /**
   * @param literals non-empty, ASCII only; the position in the list is the literal's id
   */
  public LiteralSet(List<String> literals) {
    this.classes = assignClasses(literals);
    Trie trie = new Trie(classes);
    for (int id = 0; id < literals.size(); id++) {
      trie.add(classesOf(literals.get(id)), id);
    }
    trie.close();
    this.transitions = trie.transitions();
    this.found = trie.found();
  }

  private int assignClasses(List<String> literals) {
    int next = 1;
    for (String literal : literals) {
      if (literal.isEmpty() || !literal.chars().allMatch(c -> c < 128)) {
        throw new IllegalArgumentException(
            "Invalid literal: '" + literal + "' (must be ASCII, not empty)");
      }
      for (byte b : CaseFolding.fold(literal).getBytes(StandardCharsets.US_ASCII)) {
        if (classOfByte[b] == 0) {
          classOfByte[b] = (byte) next++;
        }
      }
    }
    for (int c = 'A'; c <= 'Z'; c++) {
      classOfByte[c] = classOfByte[c + 32];
    }
    return next;
  }

  private int[] classesOf(String literal) {
    return CaseFolding.fold(literal).chars().map(c -> classOfByte[c]).toArray();
  }

  /**
   * Adds to {@code hits} the ids of the literals that occur in the bytes.
   *
   * @param from offset of the first byte
   * @param to offset after the last byte
   */
  public void scan(byte[] bytes, int from, int to, BitSet hits) {
    int state = 0;
    for (int i = from; i < to; i++) {
      state = transitions[state + classOfByte[bytes[i] & 0xff]];
      if (state < 0) {
        state = ~state;
        for (int id : found[state / classes]) {
          hits.set(id);
        }
      }
    }
  }

  /**
   * The automaton while it is built. States are rows of {@code classes} transitions; row 0 is the
   * root.
   */
  private static final class Trie {
    private final int classes;
    private final List<int[]> rows = new ArrayList<>();
    private final List<List<Integer>> ids = new ArrayList<>();

    Trie(int classes) {
      this.classes = classes;
      addRow();
    }

    private int addRow() {
      int[] row = new int[classes];
      Arrays.fill(row, -1);
      rows.add(row);
      ids.add(new ArrayList<>());
      return rows.size() - 1;
    }

    void add(int[] symbols, int id) {
      int state = 0;
      for (int symbol : symbols) {
        int next = rows.get(state)[symbol];
        if (next < 0) {
          next = addRow();
          rows.get(state)[symbol] = next;
        }
        state = next;
      }
      ids.get(state).add(id);
    }

    /**
     * Fills in the transitions that fall back to the longest suffix that is a prefix of some
     * literal.
     */
    void close() {
      int[] fallback = new int[rows.size()];
      Deque<Integer> queue = new ArrayDeque<>();
      queue.add(0);
      while (!queue.isEmpty()) {
        int state = queue.remove();
        for (int symbol = 0; symbol < classes; symbol++) {
          int next = rows.get(state)[symbol];
          int other = state == 0 ? 0 : rows.get(fallback[state])[symbol];
          if (next < 0) {
            rows.get(state)[symbol] = other;
          } else {
            fallback[next] = other;
            ids.get(next).addAll(ids.get(other));
            queue.add(next);
          }
        }
      }
    }

    /** Target row offsets; complemented where the target finds something. */
    int[] transitions() {
      int[] flat = new int[rows.size() * classes];
      for (int state = 0; state < rows.size(); state++) {
        for (int symbol = 0; symbol < classes; symbol++) {
          int target = rows.get(state)[symbol];
          int offset = target * classes;
          flat[state * classes + symbol] = ids.get(target).isEmpty() ? offset : ~offset;
        }
      }
      return flat;
    }

    int[][] found() {
      return ids.stream()
          .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
          .toArray(int[][]::new);
    }
  }
}
