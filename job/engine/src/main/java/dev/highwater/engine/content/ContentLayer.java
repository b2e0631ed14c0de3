package dev.highwater.engine.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What runs of one revision of content.
 *
 * @param revision its detections, and what these were compiled against
 * @param intakes of its detections, in their order
 */
public record ContentLayer(ContentRevision revision, List<Intake> intakes) {

  public ContentLayer {
    intakes = List.copyOf(intakes);
    if (intakes.size() != revision.detections().size()) {
      throw new IllegalArgumentException(
          "Invalid intakes: "
              + intakes.size()
              + " (must be one for each of "
              + revision.detections().size()
              + " detections)");
    }
  }

  /** A detection that runs. */
  public record Entry(DetectionItem item, Intake intake) {

    public String key() {
      return intake.key(item.id());
    }
  }

  public List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < intakes.size(); i++) {
      entries.add(new Entry(revision.detections().get(i), intakes.get(i)));
    }
    return entries;
  }

  /** The same revision with other detections; lookups that none of them names are left out. */
  public ContentLayer with(List<Entry> entries, Set<String> lookups) {
    return new ContentLayer(
        new ContentRevision(
            entries.stream().map(Entry::item).toList(),
            revision.macros(),
            revision.lookups().stream()
                .filter(each -> lookups.contains(each.definition().name()))
                .toList(),
            revision.apps(),
            revision.riskKnowledge()),
        entries.stream().map(Entry::intake).collect(Collectors.toList()));
  }
}
