package dev.highwater.engine.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.compile.SearchCompiler;
import dev.highwater.engine.compile.StageCompilation;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.plan.DatasetSchema;
import dev.highwater.engine.plan.LogicalPlan;
import dev.highwater.engine.plan.LookupDefinition;
import dev.highwater.engine.plan.LookupDefinition.MatchType;
import dev.highwater.engine.plan.LookupTable;
import dev.highwater.engine.plan.MacroDefinition;
import dev.highwater.engine.plan.SearchCatalog;
import dev.highwater.engine.run.SearchRun;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.SplSources;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rule S-171. */
class LookupFunctionTest {

  private static final LookupTable HOSTS =
      new LookupTable(
          List.of("net", "name", "owner"),
          List.of(
              host("10.0.0.0/8", "web*", "ops"),
              host("10.1.0.0/16", "db*", "data"),
              host("192.0.2.0/24", "db*", "lab")));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "json_object(\"net\", \"10.2.0.1\"), json_array(\"owner\")    | {\"owner\":\"ops\"}",
        "json_object(\"net\", ip), json_array(\"owner\", \"name\")    | {\"owner\":[\"ops\",\"data\"],\"name\":[\"web*\",\"db*\"]}",
        "json_object(\"net\", ip, \"name\", \"DB-1\"), json_array(\"owner\") | {\"owner\":\"data\"}",
        "json_object(\"owner\", \"LAB\"), json_array(\"net\")         | {\"net\":\"192.0.2.0/24\"}",
        "json_object(\"net\", \"1.1.1.1\"), json_array(\"owner\")     |",
        "json_object(\"net\", ip), json_array(\"nothing\")            |",
        "json_object(\"net\", none), json_array(\"owner\")            |",
        "\"x\", json_array(\"owner\")                                 |"
      })
  void looksUpAnObject(String arguments, @Nullable String expected) {
    StageCompilation compiled = compile("| eval r=lookup(\"hosts\", " + arguments + ")");
    assertThat(compiled.diagnostics()).isEmpty();
    Row row = new Row().set("ip", FieldValue.of("10.1.0.9"));
    List<Row> rows = run().rowsOf(new LogicalPlan(compiled.stages()), List.of(row));
    FieldValue result = rows.get(0).get("r");
    assertThat(result == null ? null : result.text()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "'lookup(\"nets\", \"{}\", \"[]\")', unknown lookup 'nets'",
    "'lookup(ip, \"{}\", \"[]\")', lookup needs the name of a lookup in double quotes here"
  })
  void namesALookup(String call, String expected) {
    assertThat(compile("| eval r=" + call).diagnostics())
        .extracting(Diagnostic::message)
        .containsExactly(expected.replace("`", "'"));
  }

  private static StageCompilation compile(String search) {
    return new SearchCompiler(new HostsCatalog()).stages(SplSources.of("test", search));
  }

  private static SearchRun run() {
    SearchRun.LookupTables tables = name -> name.equals("hosts") ? HOSTS : null;
    return new SearchRun(
        0, 0, 1, ZoneOffset.UTC, (scan, context) -> new SearchRun.Stored(List.of(), 1), tables);
  }

  private static Row host(String net, String name, String owner) {
    return new Row()
        .set("net", FieldValue.of(net))
        .set("name", FieldValue.of(name))
        .set("owner", FieldValue.of(owner));
  }

  /** Knows one lookup. */
  private static final class HostsCatalog implements SearchCatalog {

    @Override
    public @Nullable DatasetSchema dataset(String model, @Nullable String dataset) {
      return null;
    }

    @Override
    public Set<String> datasets() {
      return Set.of();
    }

    @Override
    public @Nullable MacroDefinition macro(String name, int argumentCount) {
      return null;
    }

    @Override
    public Set<String> signatures() {
      return Set.of();
    }

    @Override
    public @Nullable LookupDefinition lookup(String name) {
      Map<String, MatchType> types = Map.of("net", MatchType.CIDR, "name", MatchType.WILDCARD);
      return name.equals("hosts")
          ? new LookupDefinition(name, HOSTS.fields(), types, false, 100, 0, null, false)
          : null;
    }

    @Override
    public Set<String> lookups() {
      return Set.of("hosts");
    }
  }
}
