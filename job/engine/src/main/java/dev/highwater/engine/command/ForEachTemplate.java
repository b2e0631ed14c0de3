package dev.highwater.engine.command;

import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.CommandCall;
import dev.highwater.engine.spl.Location;
import dev.highwater.engine.spl.Pipeline;
import dev.highwater.engine.spl.SourceSpan;
import dev.highwater.engine.spl.SplAssembly;
import dev.highwater.engine.spl.SplException;
import dev.highwater.engine.spl.SplSource;
import dev.highwater.engine.spl.SplSources;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the brackets of {@code foreach}: commands with tokens in them, which are replaced
 * as text before the commands are read. Rule S-336.
 *
 * @param itemToken stands for a value: outside of quotes it is read like a field, inside as text
 */
record ForEachTemplate(Pipeline body, String itemToken) {

  /** The field that holds the value of an iteration while its assignments are made. */
  static final String ITEM_FIELD = "<<ITEM>>";

  private static final SplSource PIPE = SplSources.of("<foreach>", "| ");

  /** Whether there is nothing but eval in it. */
  boolean isOfAssignments() {
    return body.calls().stream().allMatch(call -> call.name().equals("eval"));
  }

  /** The commands with the tokens replaced. */
  SplSource text(Map<String, String> tokens) {
    SplSource commands = replaced(body.span(), tokens);
    if (commands.text().stripLeading().startsWith("|")) {
      return commands;
    }
    // In brackets the first word is a command even without a pipe before it (S-903).
    return new SplAssembly(commands).append(PIPE).append(commands).toSource();
  }

  /**
   * The assignments with the tokens replaced.
   *
   * @param tokens what stands for each token; what stands for the item inside of quotes is given
   *     under its token
   * @throws SplException when the text cannot be read
   */
  List<Eval.Assignment> read(Map<String, String> tokens, PlanContext context) {
    List<Eval.Assignment> assignments = new ArrayList<>();
    for (CommandCall call : body.calls()) {
      SplSource text = replaced(call.arguments(), tokens);
      SourceSpan span = new SourceSpan(text, 0, text.text().length());
      CommandCall own = new CommandCall(span, call.name(), call.nameSpan(), span);
      assignments.addAll(Eval.assignments(new ArgumentReader(own), context));
    }
    return assignments;
  }

  /** Whether the item stands in quotes, so that its text decides how the template reads. */
  boolean quotesItem() {
    String text = body.span().text();
    boolean inQuotes = false;
    for (int at = 0; at < text.length(); at++) {
      if (text.charAt(at) == '\\') {
        at++;
      } else if (text.charAt(at) == '"') {
        inQuotes = !inQuotes;
      } else if (inQuotes && text.startsWith(itemToken, at)) {
        return true;
      }
    }
    return false;
  }

  private SplSource replaced(SourceSpan written, Map<String, String> tokens) {
    SplSource source = written.source();
    String text = source.text();
    SplAssembly out = new SplAssembly(source);
    boolean inQuotes = false;
    int copied = written.start();
    int at = written.start();
    while (at < written.end()) {
      String token = tokenAt(text, at, tokens);
      if (token != null) {
        out.append(source, copied, at);
        out.append(replacement(new SourceSpan(source, at, at + token.length()), tokens, inQuotes));
        at += token.length();
        copied = at;
      } else {
        boolean isEscape = text.charAt(at) == '\\';
        inQuotes ^= text.charAt(at) == '"';
        at += isEscape ? 2 : 1;
      }
    }
    return out.append(source, copied, written.end()).toSource();
  }

  private SplSource replacement(SourceSpan token, Map<String, String> tokens, boolean inQuotes) {
    boolean isItem = token.text().equals(itemToken);
    String text = tokens.getOrDefault(token.text(), "");
    String escaped = text.replace("\\", "\\\\").replace("\"", "\\\"");
    return new Replacement(token, isItem ? inQuotes ? escaped : "'" + ITEM_FIELD + "'" : text);
  }

  private static @Nullable String tokenAt(String text, int at, Map<String, String> tokens) {
    for (String token : tokens.keySet()) {
      if (text.startsWith(token, at)) {
        return token;
      }
    }
    return null;
  }

  /** What stands in the place of a token; messages point at the token. */
  private record Replacement(SourceSpan token, String text) implements SplSource {
    @Override
    public Location locate(int offset) {
      return token.location();
    }
  }
}
