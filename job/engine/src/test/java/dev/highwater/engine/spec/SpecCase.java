package dev.highwater.engine.spec;

import java.util.List;

/**
 * One case of a spec file.
 *
 * @param file name of the file
 * @param line of its title, from 1
 * @param rules ids of the semantics rules that it shows
 * @param input the lines of the table before the command
 * @param given what else there is for the run: {@code :: } before the command
 * @param command what is run, several lines joined by line feeds
 * @param outcome the lines behind the command
 * @param effects what else the run did: {@code :: } behind the command
 */
record SpecCase(
    String file,
    int line,
    String title,
    List<String> rules,
    List<String> input,
    List<SpecSection> given,
    String command,
    List<String> outcome,
    List<SpecSection> effects) {

  /** Whether the outcome is one line for each expression: {@code expression => value}. */
  boolean isListOfExpressions() {
    return command.equals("eval") || command.equals("search");
  }
}
