package dev.highwater.engine.spl;

import java.util.ArrayList;
import java.util.List;

/** Text of a macro's definition at one place where the macro is used. */
final class MacroText implements SplSource {

  private final SplSource definition;
  private final String signature;
  private final SourceSpan usedIn;

  MacroText(SplSource definition, String signature, SourceSpan usedIn) {
    this.definition = definition;
    this.signature = signature;
    this.usedIn = usedIn;
  }

  @Override
  public String text() {
    return definition.text();
  }

  @Override
  public Location locate(int offset) {
    Location written = definition.locate(offset);
    Location used = usedIn.location();
    List<Location.Expansion> steps = new ArrayList<>(written.expansions());
    steps.add(new Location.Expansion(signature, used));
    steps.addAll(used.expansions());
    return new Location(
        written.file(), written.line(), written.column(), written.lineText(), steps);
  }
}
