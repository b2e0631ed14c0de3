package dev.highwater.engine.finding;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.schedule.SearchWindow;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The id of a finding: a hash of the detection, its version, the window, what the row is about, and
 * which of equal rows it is. Nothing about when or where it was computed.
 */
public final class FindingId {

  private FindingId() {}

  /**
   * The id of a row.
   *
   * @param identityFields the by-fields of the search's last aggregation, in the search's order;
   *     the whole row counts, its fields sorted by name, where there are none or where the row
   *     lacks one
   * @param ordinal from 0, tells the rows of one run apart whose identity is equal
   * @return 32 lower-case hex digits
   */
  public static String of(
      String detectionId,
      int version,
      SearchWindow window,
      List<String> identityFields,
      Row row,
      int ordinal) {
    ContentHash hash =
        new ContentHash()
            .text("finding")
            .text(detectionId)
            .number(version)
            .number(window.earliestMillis())
            .number(window.latestMillis())
            .number(ordinal);
    return addIdentity(hash, identityFields, row).hex(32);
  }

  /**
   * What a row is about, whichever run it is of: equal for rows of one detection and version whose
   * identity is equal.
   *
   * @param identityFields as above
   */
  public static String subject(
      String detectionId, int version, List<String> identityFields, Row row) {
    ContentHash hash = new ContentHash().text("subject").text(detectionId).number(version);
    return addIdentity(hash, identityFields, row).hex(32);
  }

  private static ContentHash addIdentity(ContentHash hash, List<String> identityFields, Row row) {
    Set<String> present = row.names();
    boolean byFields = !identityFields.isEmpty() && present.containsAll(identityFields);
    hash.text(byFields ? "by" : "row");
    return addFields(hash, byFields ? identityFields : new TreeSet<>(present), row);
  }

  private static ContentHash addFields(ContentHash hash, Collection<String> names, Row row) {
    hash.number(names.size());
    for (String name : names) {
      hash.text(name);
      FieldValue value = row.get(name);
      List<FieldValue> members = value == null ? List.of() : value.members();
      hash.number(members.size());
      // By text: a number and the text that spells it look the same to a search.
      members.forEach(member -> hash.text(member.text()));
    }
    return hash;
  }
}
