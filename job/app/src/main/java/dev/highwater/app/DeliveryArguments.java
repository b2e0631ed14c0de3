package dev.highwater.app;

import dev.highwater.app.options.DeliveryOptions;
import dev.highwater.connectors.hec.HecCertificates;
import dev.highwater.connectors.hec.HecSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where risk events and notables go beside the usual files. */
final class DeliveryArguments {

  /** Holds the token where no file does. */
  private static final String TOKEN_VARIABLE = "HIGHWATER_HEC_TOKEN";

  @Option(
      names = "--write",
      paramLabel = "FORMAT",
      description =
          "Also write risk events and notables in this form: stash (risk.stash, notables.stash) or"
              + " ocsf (ocsf.ndjson); may be repeated.")
  private List<DeliveryOptions.Format> formats = List.of();

  @Option(
      names = "--hec",
      paramLabel = "URL",
      description =
          "Also send risk events and notables to the HTTP event collector of a Splunk, as"
              + " https://splunk:8088.")
  private @Nullable URI collector;

  @Option(
      names = "--hec-token-file",
      paramLabel = "FILE",
      description = "The collector's token. Default: the variable " + TOKEN_VARIABLE + ".")
  private @Nullable Path tokenFile;

  @Option(
      names = "--hec-certificates",
      paramLabel = "FILE",
      description =
          "Certificates to trust, in PEM: the collector's own, whatever host it names, or its"
              + " issuer's. Default: those of the platform.")
  private @Nullable Path certificates;

  @Option(
      names = "--hec-no-ack",
      description = "Do not ask the collector whether events are safe: its token cannot tell.")
  private boolean isUnacknowledged;

  /** The options; what is wrong with them goes to the faults. */
  DeliveryOptions options(ArgumentFaults faults) {
    EnumSet<DeliveryOptions.Format> chosen = EnumSet.noneOf(DeliveryOptions.Format.class);
    chosen.addAll(formats);
    return new DeliveryOptions(chosen, collector == null ? null : hec(collector, faults));
  }

  private @Nullable HecSettings hec(URI url, ArgumentFaults faults) {
    String token = token(faults);
    if (token == null) {
      return null;
    }
    try {
      HecSettings settings = HecSettings.of(url, token).trusting(certificates(faults));
      return isUnacknowledged ? settings.withoutAcknowledgement() : settings;
    } catch (IllegalArgumentException e) {
      faults.add("--hec: " + e.getMessage());
      return null;
    }
  }

  private @Nullable String certificates(ArgumentFaults faults) {
    if (certificates == null) {
      return null;
    }
    try {
      return HecCertificates.read(certificates);
    } catch (IOException e) {
      faults.add("--hec-certificates: cannot be read: " + certificates + ": " + e.getMessage());
      return null;
    }
  }

  private @Nullable String token(ArgumentFaults faults) {
    if (tokenFile == null) {
      String token = System.getenv(TOKEN_VARIABLE);
      if (token == null) {
        faults.add("--hec: no token: give --hec-token-file, or set " + TOKEN_VARIABLE);
      }
      return token;
    }
    try {
      return Files.readString(tokenFile).strip();
    } catch (IOException e) {
      faults.add("--hec-token-file: cannot be read: " + tokenFile);
      return null;
    }
  }
}
