package dev.highwater.engine.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.compile.SearchCompiler;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.spl.SplSources;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the planner is told of stages: which fields they need, and which they leave alone. */
class StageTraitsTest {

  private static List<Stage> stages(String command) {
    return new SearchCompiler(new SpecCatalog())
        .stages(SplSources.of("<traits>", "| " + command))
        .stages();
  }

  private static String reads(String command, FieldSet wanted) {
    List<Stage> stages = stages(command);
    FieldSet needed = wanted;
    for (int i = stages.size() - 1; i >= 0; i--) {
      needed = stages.get(i).reads(needed);
    }
    return needed.toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "where a>b OR like(c, \"x\");           a, b, c, w",
        "eval w=a+b, x=w;                      a, b",
        "eval x=1 | where x>0;                 w",
        "rename X.* AS *;                      X.w, w",
        "rename a AS w, w AS v;                a",
        "fields a, w;                          w",
        "fields - w;                           ''",
        "table a*;                             ''",
        "rex field=f \"(?<w>x)\";              f, w",
        "regex f=\"x\";                        f, w",
        "dedup a, b;                           a, b, w",
        "sort -a, b;                           a, b, w",
        "fillnull value=x a;                   w",
        "fillnull;                             w",
        "spath input=j output=a path=b;        j, w",
        "mvexpand f;                           f, w",
        "convert num(x*) ctime(t);             t, w",
      })
  void needsTheseFieldsWhereOneIsWanted(String command, String fields) {
    assertThat(reads(command, FieldSet.of("w"))).isEqualTo(fields);
  }

  @ParameterizedTest
  @CsvSource({
    "table a b, 'a, b'",
    "fields a b, 'a, b, _time, _raw'",
  })
  void needsNoMoreThanItKeeps(String command, String fields) {
    assertThat(stages(command).get(0).reads(FieldSet.ALL))
        .isEqualTo(FieldSet.of(fields.split(", ", 0)));
  }

  private static @Nullable String carried(String command) {
    return stages(command).get(0).carries("f");
  }

  @Test
  void leavesFieldsAlone() {
    assertThat(
            List.of(
                "where f=1",
                "table f",
                "fields f*",
                "fields - a",
                "regex f=\"x\"",
                "rex field=f \"(?<g>x)\"",
                "dedup f",
                "sort f",
                "fillnull",
                "foreach a* [eval x='<<FIELD>>']"))
        .allSatisfy(command -> assertThat(carried(command)).as(command).isEqualTo("f"));
  }

  @Test
  void changesFields() {
    assertThat(
            List.of(
                "table a",
                "fields - f",
                "rex field=a \"(?<f>x)\"",
                "rex field=f mode=sed \"s/a/b/\"",
                "makemv f",
                "mvexpand f",
                "replace a with b",
                "convert num(*)",
                "spath",
                "foreach * [eval <<FIELD>>=1]"))
        .allSatisfy(command -> assertThat(carried(command)).as(command).isNull());
  }
}
