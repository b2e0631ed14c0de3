package dev.highwater.engine.plan;

import dev.highwater.engine.spl.ArgumentReader;
import java.util.List;

/** A command of the language. */
public interface SearchCommand {

  /** Its key: lower case. */
  String name();

  /**
   * Reads the arguments, all of them.
   *
   * @return the steps of the plan that the command stands for, in order
   * @throws dev.highwater.engine.spl.SplException when they cannot be read or are not supported
   */
  List<Stage> parse(ArgumentReader arguments, PlanContext context);
}
