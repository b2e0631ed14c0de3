package dev.highwater.engine.command;

import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.CommandType;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.LogicalPlan;
import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.RowSink;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.SearchCommand;
import dev.highwater.engine.plan.SearchPlanner;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.DidYouMean;
import dev.highwater.engine.spl.Option;
import dev.highwater.engine.spl.SourceSpan;
import dev.highwater.engine.spl.SplException;
import dev.highwater.engine.spl.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code foreach a* [eval <<FIELD>>=...]} runs a template for each field; with {@code
 * mode=multivalue} and its kin one of {@code eval} for each value of a field. Rules S-336, S-981,
 * S-1090.
 */
public final class ForEach implements SearchCommand {

  private static final String SAMPLE = "foreach_field";

  /** What is iterated over. */
  enum Mode {
    MULTIFIELD,
    MULTIVALUE,
    JSON_ARRAY,
    AUTO_COLLECTIONS
  }

  @Override
  public String name() {
    return "foreach";
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    Mode mode = Mode.MULTIFIELD;
    ForEachTokens tokens = new ForEachTokens();
    List<Word> fields = new ArrayList<>();
    while (!arguments.peekSubsearch() && !arguments.isAtEnd()) {
      Option option = arguments.tryOption("mode");
      Option spelling = option == null ? arguments.tryOption(ForEachTokens.options()) : null;
      if (option != null) {
        mode = mode(arguments, option.value());
      } else if (spelling != null) {
        tokens.spell(spelling.name(), spelling.value().text());
      } else {
        fields.add(arguments.fieldName("a field name or a template in brackets"));
        while (arguments.tryPunctuation(',')) {}
      }
    }
    checkFields(arguments, mode, fields);
    ForEachTemplate template = new ForEachTemplate(arguments.subsearch(), tokens.item());
    arguments.expectEnd();
    if (!template.isOfAssignments()) {
      return List.of(pipeline(mode, fields, template, tokens, context));
    }
    return List.of(
        new ForEachStage(
            mode,
            fields.stream().map(Word::text).toList(),
            template,
            tokens,
            targets(template, tokens, context),
            context));
  }

  private static Stage pipeline(
      Mode mode,
      List<Word> fields,
      ForEachTemplate template,
      ForEachTokens tokens,
      PlanContext context) {
    SourceSpan place = template.body().calls().get(0).nameSpan();
    if (mode != Mode.MULTIFIELD) {
      throw new SplException(
          Diagnostic.error(place, "foreach over values takes eval only").withRule("S-1090"));
    }
    SearchPlanner planner = context.continuations();
    LogicalPlan sample = planner.plan(template.text(tokens.ofField(SAMPLE, List.of(), 0)));
    if (sample.stages().stream().anyMatch(stage -> !stage.subsearches().isEmpty())) {
      throw new SplException(
          Diagnostic.unsupported(place, "foreach with a subsearch in it is not supported")
              .withRule("S-1090"));
    }
    return new ForEachPipeline(fields.stream().map(Word::text).toList(), template, tokens, planner);
  }

  private static Mode mode(ArgumentReader arguments, Word written) {
    for (Mode mode : Mode.values()) {
      if (mode.name().equalsIgnoreCase(written.text())) {
        return mode;
      }
    }
    List<String> known = List.of("multifield", "multivalue", "json_array", "auto_collections");
    String nearest = DidYouMean.nearest(written.text(), known);
    throw arguments.error(
        written.span(),
        "unknown mode '" + written.text() + "'",
        nearest == null
            ? "The modes are " + String.join(", ", known)
            : "Did you mean '" + nearest + "'?");
  }

  private static void checkFields(ArgumentReader arguments, Mode mode, List<Word> fields) {
    if (fields.isEmpty()) {
      throw arguments.error(arguments.here(), "foreach needs the name of a field");
    }
    if (mode != Mode.MULTIFIELD && fields.size() > 1) {
      throw arguments.error(
          fields.get(1).span(),
          "mode=" + mode.name().toLowerCase(Locale.ROOT) + " takes one field");
    }
  }

  /**
   * The fields that the template sets, null when a token is part of a name. What is wrong with the
   * template whatever the field is, is found here.
   */
  private static @Nullable Set<String> targets(
      ForEachTemplate template, ForEachTokens tokens, PlanContext context) {
    Set<String> targets = new HashSet<>();
    Map<String, String> sample = new HashMap<>(tokens.ofField(SAMPLE, List.of(), 0));
    sample.putAll(tokens.ofItem(SAMPLE, SAMPLE, 0));
    for (Eval.Assignment assignment : template.read(sample, context)) {
      if (assignment.target().isTemplate() || assignment.target().text().contains(SAMPLE)) {
        return null;
      }
      targets.add(assignment.target().text());
    }
    return targets;
  }

  /**
   * Runs the template over each row.
   *
   * @param targets null where the fields that are set depend on the row
   */
  record ForEachStage(
      Mode mode,
      List<String> fields,
      ForEachTemplate template,
      ForEachTokens tokens,
      @Nullable Set<String> targets,
      PlanContext context)
      implements Stage {

    @Override
    public CommandType type() {
      return CommandType.DISTRIBUTABLE_STREAMING;
    }

    @Override
    public FieldSet reads(FieldSet wanted) {
      return FieldSet.ALL;
    }

    @Override
    public @Nullable String carries(String name) {
      return targets == null || targets.contains(name) ? null : name;
    }

    @Override
    public boolean needsRun() {
      return true;
    }

    @Override
    public String describe() {
      return "foreach"
          + (mode == Mode.MULTIFIELD ? "" : " mode=" + mode.name().toLowerCase(Locale.ROOT))
          + tokens.describe()
          + " "
          + fields.stream().map(Written::word).collect(Collectors.joining(" "))
          + " ["
          + template.body().span().text()
          + "]";
    }

    @Override
    public RowSink open(RowSink downstream, RunContext run) {
      ForEachRun iterations = new ForEachRun(this, run);
      return new EachRow(
          downstream,
          (Row row) -> {
            iterations.apply(row);
            return true;
          });
    }
  }
}
