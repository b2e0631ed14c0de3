package dev.highwater.engine.compile;

import dev.highwater.engine.plan.LogicalPlan;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.SearchText;
import dev.highwater.engine.spl.SplLayout;
import dev.highwater.engine.spl.SplSource;
import dev.highwater.engine.spl.SplSources;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * From a text to a plan, to the plan's SPL and back: what comes back is an equal plan.
 *
 * @param compiler compiles a text where it stands: as a whole search, or behind a pipe
 */
public record RoundTrip(Function<SplSource, StageCompilation> compiler) {

  /** The plan of a text; nothing for what cannot be compiled. */
  public Optional<List<Stage>> stages(SplSource text) {
    StageCompilation compiled = compiler.apply(text);
    boolean isFaultless = compiled.diagnostics().stream().allMatch(Diagnostic::isWarning);
    return isFaultless ? Optional.of(compiled.stages()) : Optional.empty();
  }

  /** The plan in SPL. */
  public static String print(List<Stage> stages) {
    return new LogicalPlan(stages).describe();
  }

  /** What is lost on the way, also when the SPL is laid out; empty for nothing. */
  public String loss(List<Stage> stages) {
    String spl = print(stages);
    StageCompilation again = compiler.apply(SplSources.of("<printed>", spl));
    if (!again.diagnostics().stream().allMatch(Diagnostic::isWarning)) {
      return spl + "\ncannot be compiled: " + again.diagnostics();
    }
    if (!print(again.stages()).equals(spl)) {
      return spl + "\nis not\n" + print(again.stages());
    }
    List<String> losses = lossOfLayout(SplSources.of("<printed>", spl), stages);
    return difference(stages, again.stages()) + String.join("\n", losses);
  }

  /** What a layout of the text does not keep; the text itself has these stages. */
  public List<String> lossOfLayout(SplSource text, List<Stage> stages) {
    List<String> losses = new ArrayList<>(lossOfWords(text, SplLayout.of(text)));
    losses.addAll(lossOfMeaning(text, stages));
    return losses;
  }

  /** Whether the text's layout has other stages than the text, these. */
  public List<String> lossOfMeaning(SplSource text, List<Stage> stages) {
    String layout = SplLayout.of(text);
    StageCompilation again = compiler.apply(SplSources.of("<layout>", layout));
    String difference = difference(stages, again.stages());
    return difference.isEmpty()
        ? List.of()
        : List.of(layout + again.diagnostics() + "\n" + difference);
  }

  /** What a text's layout does not keep of its words; the text may be no search. */
  public static List<String> lossOfWords(SplSource text, String layout) {
    SplSource laidOut = SplSources.of("<layout>", layout);
    List<String> losses = new ArrayList<>();
    if (!SearchText.of(laidOut).equals(SearchText.of(text))) {
      losses.add(layout + "is no layout of\n" + text.text());
    }
    if (!SplLayout.of(laidOut).equals(layout)) {
      losses.add(layout + "is laid out as\n" + SplLayout.of(laidOut));
    }
    return losses;
  }

  /** Where the plans differ; empty for equal ones. */
  public static String difference(List<Stage> stages, List<Stage> others) {
    String shape = PlanShape.of(stages);
    String other = PlanShape.of(others);
    if (shape.equals(other)) {
      return "";
    }
    int at = 0;
    while (at < Math.min(shape.length(), other.length()) && shape.charAt(at) == other.charAt(at)) {
      at++;
    }
    return print(stages) + "\n  " + around(shape, at) + "\nis not\n  " + around(other, at);
  }

  private static String around(String shape, int at) {
    return shape.substring(Math.max(0, at - 100), Math.min(shape.length(), at + 100));
  }
}
