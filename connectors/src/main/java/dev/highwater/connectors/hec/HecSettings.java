package dev.highwater.connectors.hec;

import java.io.Serializable;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where events are sent, and how.
 *
 * @param collector such as {@code https://splunk:8088}
 * @param token the secret that lets in; no message ever shows it
 * @param riskIndex index of risk events
 * @param notableIndex index of notables
 * @param batchBytes a request is sent when it would get bigger
 * @param attempts how often a request is tried at most
 * @param isAcknowledged whether the collector says when events are safe
 * @param certificates to trust, the text in PEM, so that it goes where the sender runs; {@code
 *     null} for those of the platform
 */
public record HecSettings(
    URI collector,
    String token,
    String riskIndex,
    String notableIndex,
    int batchBytes,
    int attempts,
    boolean isAcknowledged,
    @Nullable String certificates)
    implements Serializable {

  private static final long serialVersionUID = 1L;

  public HecSettings {
    boolean isHttp = "http".equals(collector.getScheme()) || "https".equals(collector.getScheme());
    if (!isHttp || collector.getHost() == null) {
      throw new IllegalArgumentException(
          "Invalid collector: " + collector + " (must be like https://splunk:8088)");
    }
    if (token.isBlank() || !token.chars().allMatch(c -> c > ' ' && c < 127)) {
      throw new IllegalArgumentException("Invalid token: it is empty or no plain text");
    }
    if (batchBytes < 1 || attempts < 1) {
      throw new IllegalArgumentException(
          "Invalid limits: " + batchBytes + " bytes, " + attempts + " attempts (must be positive)");
    }
  }

  /** With the usual indexes and limits, and acknowledgement. */
  public static HecSettings of(URI collector, String token) {
    return new HecSettings(collector, token, "risk", "notable", 512 << 10, 8, true, null);
  }

  public HecSettings withoutAcknowledgement() {
    return new HecSettings(
        collector, token, riskIndex, notableIndex, batchBytes, attempts, false, certificates);
  }

  /**
   * The same with other certificates.
   *
   * @param pem see {@link HecCertificates#read}
   */
  public HecSettings trusting(@Nullable String pem) {
    return new HecSettings(
        collector, token, riskIndex, notableIndex, batchBytes, attempts, isAcknowledged, pem);
  }

  public HecSettings limitedTo(int bytes, int tries) {
    return new HecSettings(
        collector, token, riskIndex, notableIndex, bytes, tries, isAcknowledged, certificates);
  }

  /** Without the token. */
  @Override
  public String toString() {
    return "HecSettings[" + collector + "]";
  }
}
