package dev.highwater.engine.addon;

import dev.highwater.engine.event.FieldValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One field of a source: where its value comes from, and its value for the event at hand. */
final class FieldSlot {

  /** When the event came. */
  static final String INDEX_TIME = "_indextime";

  static final Set<String> METADATA =
      Set.of("host", "source", "sourcetype", "index", "_time", INDEX_TIME, "_raw");

  final String name;
  final byte[] nameBytes;
  final boolean isMetadata;
  final boolean isLabel;
  final boolean isDatePart;
  final List<ExtractionState> extractions;
  final SourceRules.@Nullable Alias alias;
  final SourceRules.@Nullable Calculation calculation;
  final List<AutomaticLookup> lookups;

  @Nullable FieldValue extractedValue;
  int extractedAt;
  @Nullable FieldValue finalValue;
  int finalAt;

  FieldSlot(String name, SourceRules rules, List<ExtractionState> all) {
    this.name = name;
    this.nameBytes = name.getBytes(StandardCharsets.UTF_8);
    this.isMetadata = METADATA.contains(name);
    this.isLabel = EventLabels.NAMES.contains(name);
    this.isDatePart = DateParts.NAMES.contains(name);
    this.extractions = all.stream().filter(each -> each.mayGive(name)).toList();
    this.alias = rules.alias(name);
    this.calculation = rules.calculation(name);
    this.lookups = rules.lookups(name);
  }
}
