package dev.highwater.engine.addon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** S-650, S-652, S-653: what settings did to fields. */
class FieldHistoryTest {

  private static final AddOnLibrary LIBRARY =
      AddOns.library(
          """
          [default]
          EVAL-site = "hq"
          [st]
          EXTRACT-a = a=(?<a>\\w+)
          REPORT-b = b
          FIELDALIAS-a = c AS a a ASNEW b
          EVAL-a = a . "!"
          EVAL-b = null()
          EVAL-x = case(a="no", 1)
          """,
          """
          [b]
          REGEX = b=(\\w+)
          FORMAT = b::$1
          """,
          "",
          "");

  @Test
  void eachSettingThatTouchedTheFieldIsAStep() {
    EventFields fields = AddOns.at(LIBRARY, "a=1 b=2 c=3 d=4");

    assertThat(steps(fields, "a"))
        .isEqualTo(
            """
            gave 1: props.conf:4 [st] EXTRACT-a
            replaced 3: props.conf:6 [st] FIELDALIAS-a
            replaced 3!: props.conf:7 [st] EVAL-a\
            """);
    assertThat(steps(fields, "b"))
        .isEqualTo(
            """
            gave 2: props.conf:5 [st] REPORT-b, transform [b]
            removed: props.conf:8 [st] EVAL-b\
            """);
    assertThat(steps(fields, "d")).isEqualTo("gave 4: KV_MODE = auto, as no stanza says otherwise");
    assertThat(steps(fields, "site")).isEqualTo("gave hq: props.conf:2 [default] EVAL-site");
    assertThat(steps(fields, "x")).isEmpty();
    assertThat(steps(fields, "host")).isEmpty();
  }

  @Test
  void anAliasWithoutItsSourceTakesTheFieldAway() {
    EventFields fields = AddOns.at(LIBRARY, "a=1");

    assertThat(steps(fields, "a"))
        .isEqualTo(
            """
            gave 1: props.conf:4 [st] EXTRACT-a
            removed: props.conf:6 [st] FIELDALIAS-a\
            """);
    assertThat(steps(fields, "b"))
        .isEqualTo(
            """
            gave 1: props.conf:6 [st] FIELDALIAS-a
            removed: props.conf:8 [st] EVAL-b\
            """);
  }

  private static String steps(EventFields fields, String name) {
    return fields.history(name).steps().stream()
        .map(
            step ->
                step.effect()
                    + (step.after() == null ? "" : " " + step.after().text())
                    + ": "
                    + step.place())
        .collect(Collectors.joining("\n"));
  }
}
