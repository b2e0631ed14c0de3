package dev.highwater.engine.command;

import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.DidYouMean;
import dev.highwater.engine.spl.Option;
import dev.highwater.engine.spl.SourceSpan;
import dev.highwater.engine.spl.SplException;
import dev.highwater.engine.spl.Word;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The {@code name=value} arguments of one command, wherever they stand. */
final class CommandOptions {

  private final ArgumentReader arguments;
  private final String command;
  private final List<String> known;
  private final List<String> unsupported;
  private final Map<String, Option> given = new HashMap<>();

  CommandOptions(
      ArgumentReader arguments, String command, List<String> known, List<String> unsupported) {
    this.arguments = arguments;
    this.command = command;
    this.known = known;
    this.unsupported = unsupported;
  }

  String command() {
    return command;
  }

  /** Reads the options that are next; an unknown one is an error. */
  void read() {
    while (arguments.peekOption()) {
      SourceSpan here = arguments.here();
      Option refused = arguments.tryOption(unsupported.toArray(new String[0]));
      if (refused != null) {
        throw new SplException(
            Diagnostic.unsupported(
                refused.nameSpan(), command + " " + refused.name() + "= is not supported"));
      }
      Option option = arguments.tryOption(known.toArray(new String[0]));
      if (option == null) {
        throw unknown(here);
      }
      given.put(option.name(), option);
      while (arguments.tryPunctuation(',')) {}
    }
  }

  private SplException unknown(SourceSpan here) {
    String message = "unknown option '" + here.text() + "' of " + command;
    String nearest = DidYouMean.nearest(here.text(), known);
    return nearest == null
        ? arguments.error(here, message)
        : arguments.error(here, message, "Did you mean '" + nearest + "'?");
  }

  @Nullable Word word(String name) {
    Option option = given.get(name);
    return option == null ? null : option.value();
  }

  String text(String name, String otherwise) {
    Word word = word(name);
    return word == null ? otherwise : word.text();
  }

  boolean isTrue(String name, boolean otherwise) {
    Word word = word(name);
    return word == null ? otherwise : arguments.bool(word);
  }

  /** A whole number of at least {@code least}. */
  int whole(String name, int least, int otherwise) {
    Word word = word(name);
    if (word == null) {
      return otherwise;
    }
    boolean isNumber = word.text().matches("\\d{1,9}");
    if (!isNumber || Integer.parseInt(word.text()) < least) {
      throw arguments.error(
          word.span(),
          name + " must be a whole number of at least " + least + ", not '" + word.text() + "'");
    }
    return Integer.parseInt(word.text());
  }
}
