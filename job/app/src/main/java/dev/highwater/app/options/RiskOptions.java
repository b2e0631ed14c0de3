package dev.highwater.app.options;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the world beside detections, and what is made of risk.
 *
 * @param assets a CSV file of assets, or null
 * @param identities a CSV file of identities, or null
 * @param incidentRules whether the two standard risk incident rules run, too
 */
public record RiskOptions(@Nullable Path assets, @Nullable Path identities, boolean incidentRules) {

  /** Nothing is known, and no rule is added. */
  public static final RiskOptions NONE = new RiskOptions(null, null, false);
}
