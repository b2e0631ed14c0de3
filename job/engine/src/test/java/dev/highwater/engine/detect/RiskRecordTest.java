package dev.highwater.engine.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.addon.EventFields;
import dev.highwater.engine.content.ContentPack;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.MultiValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.finding.Finding;
import dev.highwater.engine.risk.Annotations;
import dev.highwater.engine.risk.AttackCatalog;
import dev.highwater.engine.risk.CalculatedScore;
import dev.highwater.engine.risk.RiskEvent;
import dev.highwater.engine.risk.RiskObjectType;
import dev.highwater.engine.risk.StashText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rules S-703, S-1905. */
class RiskRecordTest {

  private static final RiskEvent EVENT =
      new RiskEvent(
          "r1",
          "f1",
          Finding.Status.FINAL,
          0,
          1_772_362_800_500L,
          "ESCU - A - Rule",
          "",
          "CORP\\bob",
          RiskObjectType.USER,
          "corp\\bob",
          CalculatedScore.of(64),
          "\"x, y=z\" on C:\\",
          List.of("a", "b"),
          List.of("process", "process"),
          Annotations.of(
              List.of("Gomir", "Other"),
              List.of("T1053.006"),
              List.of(),
              "endpoint",
              "TTP",
              AttackCatalog.builtIn()),
          "| savedsearch \"x\"",
          0,
          1_772_362_200_000L,
          1_772_362_800_000L,
          new Row()
              .set("long", FieldValue.of("\\\"/very".repeat(50_000)))
              .set("process", FieldValue.of(" sh -c \"a\\n\"\nsecond line, k=\"v\""))
              .set(
                  "files",
                  MultiValue.of(List.of(FieldValue.of("C:\\a"), FieldValue.of("C:\\b\\")))));

  @Test
  void allThatARiskEventSaysIsAFieldOfTheEvent() {
    RiskRecord record = RiskRecord.of(EVENT);
    EventFields fields =
        Knowledge.builtIn(ContentPack.builtIn(), ZoneOffset.UTC)
            .addOns()
            .fieldsOf(record.event().origin());
    fields.moveTo(record.event(), record.timeMillis());

    Row expected = StashText.fields(EVENT);
    for (String name : expected.names()) {
      FieldValue value = expected.get(name);
      FieldValue found = fields.get(name);
      assertThat(texts(found)).as(name).isEqualTo(texts(value));
    }
    assertThat(fields.get("source")).isEqualTo(FieldValue.of("ESCU - A - Rule"));
    assertThat(fields.get("index")).isEqualTo(FieldValue.of("risk"));
  }

  private static List<String> texts(@Nullable FieldValue value) {
    return value == null ? List.of() : value.members().stream().map(FieldValue::text).toList();
  }

  @Test
  void travelsAsItIs() throws IOException {
    RiskRecord record = RiskRecord.of(EVENT);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    record.write(new DataOutputStream(bytes));

    RiskRecord read =
        RiskRecord.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

    assertThat(read.event().text()).isEqualTo(record.event().text());
    assertThat(read.event().origin()).isEqualTo(record.event().origin());
    assertThat(read.contribution()).isEqualTo(new Contribution("r1", 1_772_362_800_000L, false));
    assertThat(read.timeMillis()).isEqualTo(1_772_362_800_500L);
  }
}
