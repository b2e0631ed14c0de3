package dev.highwater.engine.compile;

import dev.highwater.engine.plan.MacroDefinition;
import dev.highwater.engine.spl.MacroCall;
import dev.highwater.engine.spl.MacroCallReader;
import dev.highwater.engine.spl.SourceSpan;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which of a call's arguments is which of the macro's. */
final class MacroArguments {

  private MacroArguments() {}

  /**
   * The call's arguments in the order of the definition: by name if each is {@code name=value} with
   * another name of the definition, else by position.
   */
  static List<SourceSpan> inOrder(MacroCall call, MacroDefinition macro, MacroCallReader reader) {
    @Nullable SourceSpan[] byName = new SourceSpan[call.arguments().size()];
    for (SourceSpan argument : call.arguments()) {
      int index = indexByName(argument, macro, reader);
      if (index < 0 || byName[index] != null) {
        return call.arguments();
      }
      byName[index] = reader.named(argument, macro.arguments().get(index));
    }
    return Arrays.stream(byName).map(MacroArguments::present).toList();
  }

  private static int indexByName(
      SourceSpan argument, MacroDefinition macro, MacroCallReader reader) {
    for (int i = 0; i < macro.arguments().size(); i++) {
      if (reader.named(argument, macro.arguments().get(i)) != null) {
        return i;
      }
    }
    return -1;
  }

  private static SourceSpan present(@Nullable SourceSpan span) {
    if (span == null) {
      throw new IllegalStateException("Invalid macro call: an argument is missing");
    }
    return span;
  }
}
