package dev.highwater.engine.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where addresses are. Safe for several threads. */
@FunctionalInterface
public interface PlaceDatabase {

  /** Asked for in place of a language: the codes of countries and their parts, not their names. */
  String CODES = "code";

  /**
   * The place of an address.
   *
   * @param address 4 or 16 bytes
   * @param languages of names, the best first, as {@code de} or {@code pt-BR}; English where a name
   *     has none of them
   * @return {@code null} when the database does not have the address
   */
  @Nullable Place place(byte[] address, List<String> languages);
}
