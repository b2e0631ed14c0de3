package dev.highwater.engine.risk;

import java.util.List;

/**
 * What the notables of a detection say (S-674); {@code $field$} tokens are still in the texts.
 *
 * @param securityDomain such as {@code endpoint}; empty if absent
 * @param drilldowns with the detection's own search filled in (S-711)
 * @param entityFields fields that name whom a notable is about, beside the risk objects
 */
public record NotableConfiguration(
    String title,
    String description,
    String securityDomain,
    Severity severity,
    List<DrilldownSearch> drilldowns,
    List<String> entityFields) {

  public NotableConfiguration {
    drilldowns = List.copyOf(drilldowns);
    entityFields = List.copyOf(entityFields);
  }
}
