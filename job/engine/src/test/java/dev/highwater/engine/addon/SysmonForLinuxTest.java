package dev.highwater.engine.addon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.event.EventTime;
import dev.highwater.engine.event.RawEvent;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** The add-on for Sysmon for Linux: its own rules and where it departs from the original. */
class SysmonForLinuxTest {

  private static final EventOrigin SYSMON =
      new EventOrigin("in", "h", "Syslog:Linux-Sysmon/Operational", "sysmon:linux", "main");

  private static final String FILE_CREATED =
      "Mar 1 00:00:00 h sysmon: <Event><System><Provider Name=\"Linux-Sysmon\" Guid=\"{ff}\"/>"
          + "<EventID>11</EventID><TimeCreated SystemTime=\"2026-03-01T00:10:20.927963Z\"/>"
          + "<Computer>host-1</Computer><Security UserId=\"0\"/></System><EventData>"
          + "<Data Name=\"UtcTime\">2026-03-01 00:10:20.929</Data>"
          + "<Data Name=\"TargetFilename\">/etc/systemd/system/x.service:stream</Data>"
          + "<Data Name=\"CreationUtcTime\">2026-03-01 00:10:20.929</Data>"
          + "<Data Name=\"CommandLine\">run key=value</Data>"
          + "<Data Name=\"Empty\"></Data></EventData></Event>";

  /** S-600. */
  @Test
  void itsTimeIsTheUtcTimeOfTheData() {
    assertThat(EventTime.format(fields().timeOf(event()))).isEqualTo("2026-03-01T00:10:20.929Z");
  }

  /** S-601, S-602, S-603. */
  @Test
  void itsFieldsAreTheDataTheAliasesAndTheCalculations() {
    assertThat(AddOns.show(fields(), "EventID", "UtcTime", "Empty", "dvc", "signature_id", "dest"))
        .isEqualTo(
            "EventID=11 UtcTime=2026-03-01 00:10:20.929 Empty=NULL dvc=host-1 signature_id=11"
                + " dest=host-1");
    assertThat(AddOns.show(fields(), "file_path", "file_name", "action"))
        .isEqualTo("file_path=/etc/systemd/system/x.service file_name=x.service action=created");
  }

  /** S-605, S-923: searches written for another add-on ask for it. */
  @Test
  void eventCodeIsAnExtra() {
    assertThat(AddOns.show(fields(), "EventCode")).isEqualTo("EventCode=11");
  }

  /** S-924. */
  @Test
  void pairsThatStandInValuesAreNoFields() {
    assertThat(AddOns.show(fields(), "key", "UserId", "Name", "SystemTime"))
        .isEqualTo("key=NULL UserId=0 Name=Linux-Sysmon SystemTime=2026-03-01T00:10:20.927963Z");
  }

  private static RawEvent event() {
    return RawEvent.of(SYSMON, 0, FILE_CREATED);
  }

  private static EventFields fields() {
    EventFields fields = new AddOnLibrary(AddOnReader.builtIn(), ZoneOffset.UTC).fieldsOf(SYSMON);
    fields.moveTo(event(), 0);
    return fields;
  }
}
