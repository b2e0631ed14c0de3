package dev.highwater.app;

import dev.highwater.app.options.RiskOptions;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What weighs on risk, and what is made of it. */
final class RiskArguments {

  @Option(
      names = "--assets",
      paramLabel = "FILE",
      description =
          "Assets in CSV: ip, mac, nt_host, dns, priority, category, bunit; several values between"
              + " bars.")
  private @Nullable Path assets;

  @Option(
      names = "--identities",
      paramLabel = "FILE",
      description = "Identities in CSV: identity, email, priority, category, bunit, watchlist.")
  private @Nullable Path identities;

  @Option(
      names = "--incident-rules",
      description =
          "Also run the two standard risk incident rules: a score over 100 in 24 hours; three"
              + " tactics from four detections in 7 days.")
  private boolean incidentRules;

  RiskOptions options() {
    return new RiskOptions(assets, identities, incidentRules);
  }
}
