package dev.highwater.engine.risk;

import dev.highwater.engine.event.Fields;
import java.util.ArrayList;
import java.util.List;

/**
 * A risk score after the risk factors: first what is added, then what is multiplied (S-704).
 *
 * @param base the detection's score
 * @param added the sum of the additions that hold
 * @param multiplied the product of the multiplications that hold
 * @param additions names of the factors that add
 * @param multiplications names of the factors that multiply
 */
public record CalculatedScore(
    int base,
    double added,
    double multiplied,
    List<String> additions,
    List<String> multiplications) {

  public CalculatedScore {
    additions = List.copyOf(additions);
    multiplications = List.copyOf(multiplications);
  }

  /** A score that no factor changes. */
  public static CalculatedScore of(int base) {
    return new CalculatedScore(base, 0, 1, List.of(), List.of());
  }

  static CalculatedScore of(int base, List<RiskFactor> factors, Fields event) {
    double added = 0;
    double multiplied = 1;
    List<String> additions = new ArrayList<>();
    List<String> multiplications = new ArrayList<>();
    for (RiskFactor factor : factors) {
      if (factor.holds(event)) {
        if (factor.operation() == RiskFactor.Operation.ADDITION) {
          added += factor.factor();
          additions.add(factor.name());
        } else {
          multiplied *= factor.factor();
          multiplications.add(factor.name());
        }
      }
    }
    return new CalculatedScore(base, added, multiplied, additions, multiplications);
  }

  public double value() {
    return (base + added) * multiplied;
  }
}
