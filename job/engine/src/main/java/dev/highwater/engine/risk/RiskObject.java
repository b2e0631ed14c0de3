package dev.highwater.engine.risk;

/**
 * What a detection says about one field of its rows: its values carry risk (S-672).
 *
 * @param score from 0, which correlations use, to 100
 * @param message template of the risk message, with {@code $field$} tokens (S-702)
 */
public record RiskObject(String field, RiskObjectType type, int score, String message) {

  public RiskObject {
    if (score < 0 || score > 100) {
      throw new IllegalArgumentException("Invalid risk score: " + score + " (must be 0..100)");
    }
  }
}
