package dev.highwater.engine.detect;

import dev.highwater.engine.content.ContentLayer;
import dev.highwater.engine.content.ContentLayer.Entry;
import dev.highwater.engine.content.ContentRevision;
import dev.highwater.engine.content.ContentRevisionCodec;
import dev.highwater.engine.content.DetectionItem;
import dev.highwater.engine.content.Intake;
import dev.highwater.engine.content.LookupItem;
import dev.highwater.engine.content.RunningContent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What runs when content changes: detections whose text has not changed go on, others begin with
 * the first run that searches nothing from before the change, and what they take the place of does
 * the runs up to there (S-2110).
 */
public final class ContentSuccession {

  /** What is on its way when a text has done its last run is here by then. */
  private static final long FINISHING_MILLIS = 3_600_000;

  private final RunningContent now;
  private final long finishingMillis;
  private final DetectionSet running;
  private final Set<String> written = new HashSet<>();

  /**
   * @param running {@code now}, compiled
   * @param amendMillis how long after a run late events have it done again
   */
  public ContentSuccession(RunningContent now, DetectionSet running, long amendMillis) {
    this.finishingMillis = FINISHING_MILLIS + amendMillis;
    this.now = now;
    this.running = running;
    running.detections().forEach(each -> written.addAll(each.plan().main().writtenLookups()));
  }

  /**
   * What becomes of the content.
   *
   * @param content what runs from now on
   * @param added ids of detections that are new
   * @param changed ids of those that have another text, or other contents of a lookup that they
   *     name
   * @param removed ids of those that are gone
   * @param kept ids of those that stay as they are since their new text is refused
   */
  public record Succession(
      RunningContent content,
      List<String> added,
      List<String> changed,
      List<String> removed,
      List<String> kept) {}

  /**
   * Why a revision cannot take over while the job runs, in words; {@code null} when it can. What
   * apps and the macros that data models name say decides which events belong to windows that are
   * half done (S-2112).
   */
  public @Nullable String obstacle(ContentRevision next) {
    ContentRevision newest = now.newest().revision();
    if (!next.apps().equals(newest.apps())) {
      return "the apps differ from those that run; restart the job from a savepoint with them";
    }
    for (String signature : running.knowledge().modelMacros()) {
      if (!Objects.equals(newest.macro(signature), next.macro(signature))) {
        return "the macro '"
            + signature
            + "', which data models name, differs from the one that runs; restart the job from a"
            + " savepoint with it";
      }
    }
    return null;
  }

  /**
   * Lets a revision take over.
   *
   * @param refused ids of detections that it has and that do not compile: they stay as they are
   * @param effectiveMillis new texts do runs that search nothing before it; no event from then on
   *     has been seen
   * @param clockMillis how far the stream has come
   * @param finishes whether what ends does the runs that nothing else does; else it ends at once
   */
  public Succession take(
      ContentRevision next,
      Set<String> refused,
      long effectiveMillis,
      long clockMillis,
      boolean finishes) {
    int number = now.number() + 1;
    String revision = ContentRevisionCodec.id(next);
    Map<String, Held> current = current();
    Map<String, Entry> ending = new HashMap<>();
    Set<String> moved = new HashSet<>();
    List<Entry> entries = new ArrayList<>();
    List<String> added = new ArrayList<>();
    List<String> changed = new ArrayList<>();
    for (DetectionItem item : next.detections()) {
      Held held = current.remove(item.id());
      if (held != null && isSame(held, item, next)) {
        entries.add(held.entry());
        moved.add(held.entry().key());
        continue;
      }
      entries.add(new Entry(item, Intake.later(number, revision, effectiveMillis)));
      (held == null ? added : changed).add(item.id());
      if (held != null) {
        ending.put(held.entry().key(), held.entry());
      }
    }
    List<String> removed = new ArrayList<>();
    List<String> kept = new ArrayList<>();
    current.forEach(
        (id, held) -> {
          (refused.contains(id) ? kept : removed).add(id);
          if (!refused.contains(id)) {
            ending.put(held.entry().key(), held.entry());
          }
        });
    List<ContentLayer> layers = new ArrayList<>();
    layers.add(
        new ContentLayer(
            next.withDetections(entries.stream().map(Entry::item).toList()),
            entries.stream().map(Entry::intake).toList()));
    Ending end = new Ending(ending.keySet(), effectiveMillis, clockMillis, finishes);
    for (ContentLayer layer : now.layers()) {
      List<Entry> left =
          layer.entries().stream()
              .filter(each -> !moved.contains(each.key()))
              .map(each -> left(each, end))
              .filter(Objects::nonNull)
              .toList();
      if (!left.isEmpty()) {
        layers.add(layer.with(left, lookupsOf(left)));
      }
    }
    return new Succession(new RunningContent(number, layers), added, changed, removed, kept);
  }

  private record Held(Entry entry, ContentLayer layer) {}

  private record Ending(
      Set<String> keys, long effectiveMillis, long clockMillis, boolean finishes) {}

  private Map<String, Held> current() {
    Map<String, Held> current = new LinkedHashMap<>();
    for (ContentLayer layer : now.layers()) {
      for (Entry entry : layer.entries()) {
        if (entry.intake().isCurrent()) {
          current.put(entry.item().id(), new Held(entry, layer));
        }
      }
    }
    return current;
  }

  private boolean isSame(Held held, DetectionItem item, ContentRevision next) {
    return held.entry().item().equals(item)
        && lookupsOf(running.detection(held.entry().key())).stream()
            .filter(name -> !written.contains(name)) // what searches have written goes on
            .allMatch(name -> lookups(held.layer().revision(), name).equals(lookups(next, name)));
  }

  private static Set<LookupItem> lookups(ContentRevision revision, String name) {
    Set<LookupItem> found = new HashSet<>();
    for (LookupItem each : revision.lookups()) {
      if (each.definition().name().equals(name)) {
        found.add(each);
      }
    }
    return found;
  }

  private Set<String> lookupsOf(RunningDetection detection) {
    Set<String> names = new TreeSet<>(detection.plan().main().lookups());
    names.addAll(running.knowledge().lookupsOfDatasets(detection.plan()));
    return names;
  }

  private Set<String> lookupsOf(List<Entry> entries) {
    Set<String> names = new TreeSet<>();
    entries.forEach(each -> names.addAll(lookupsOf(running.detection(each.key()))));
    return names;
  }

  /** What is left of a text that does not go on; {@code null} for nothing. */
  private @Nullable Entry left(Entry entry, Ending end) {
    RunningDetection detection = running.detection(entry.key());
    if (!end.keys().contains(entry.key())) {
      return entry.intake().isCurrent() || !isOver(detection, end.clockMillis()) ? entry : null;
    }
    if (end.finishes() && end.effectiveMillis() == Long.MIN_VALUE) { // there was no event yet
      return new Entry(entry.item(), entry.intake().endingAt(Long.MIN_VALUE));
    }
    boolean hasEnd = end.finishes() && !detection.isEndless();
    return new Entry(
        entry.item(),
        hasEnd
            ? entry.intake().until(end.effectiveMillis())
            : entry.intake().endingAt(end.clockMillis()));
  }

  private boolean isOver(RunningDetection detection, long clockMillis) {
    long last = detection.schedule().lastScheduledAtOrBefore(Long.MAX_VALUE - 1);
    return last == Long.MIN_VALUE
        || new ScheduledSearch(detection).dueMillis(last) < clockMillis - finishingMillis;
  }
}
