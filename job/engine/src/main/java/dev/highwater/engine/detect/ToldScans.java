package dev.highwater.engine.detect;

import dev.highwater.engine.event.RawEvent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which scans of one detection an event has given groups for, so that a run that it missed is told
 * once, however many groups it gave (S-1401). Not safe for use by several threads.
 */
final class ToldScans {

  private @Nullable RawEvent event;
  private List<Integer> scans = List.of();

  /** The scans that the event gave groups for before; this one is then among them. */
  List<Integer> before(RawEvent current, int scan) {
    if (event != current) {
      event = current;
      scans = List.of();
    }
    List<Integer> before = scans;
    if (!before.contains(scan)) {
      List<Integer> all = new ArrayList<>(before);
      all.add(scan);
      scans = List.copyOf(all);
    }
    return before;
  }
}
