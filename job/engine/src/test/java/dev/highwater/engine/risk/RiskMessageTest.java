package dev.highwater.engine.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.MultiValue;
import dev.highwater.engine.event.Row;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules S-702, S-911. */
class RiskMessageTest {

  private static final Row ROW =
      new Row()
          .set("dest", FieldValue.of("host-1"))
          .set("file_path", FieldValue.of("/tmp/$dest$/x"))
          .set("All_Risk.user", FieldValue.of("bob"))
          .set("count", FieldValue.of(3))
          .set("users", MultiValue.of(List.of(FieldValue.of("a"), FieldValue.of("b"))));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A file $file_path$ on $dest$ | A file /tmp/$dest$/x on host-1",
        "$count$ by $users$           | 3 by a, b",
        "$All_Risk.user$              | bob",
        "$missing$ on $dest$          | $missing$ on host-1",
        "costs 5$ on $dest$           | costs 5$ on host-1",
        "$dest                        | $dest",
        "$$                           | $$",
        "none                         | none"
      })
  void replacesEachTokenOnce(String template, String expected) {
    assertThat(RiskMessage.fill(template, ROW)).isEqualTo(expected);
  }
}
