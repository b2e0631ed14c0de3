package dev.highwater.engine.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.content.ContentPack;
import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.event.RawEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Detections over the logs of their own tests, as far as these are at hand. */
@EnabledIfSystemProperty(named = "highwater.shared", matches = ".+")
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // the content is read once
class RealWindowsLogsTest {

  private static final String FOLDER = "corpus/attack_data/datasets/attack_techniques/";
  private static final String SYSMON = "XmlWinEventLog:Microsoft-Windows-Sysmon/Operational";
  private static final Pattern START = Pattern.compile("(?=<Event xmlns)");

  private final ContentPack content = SharedData.content();

  private static List<RawEvent> events(String path, String source) throws IOException {
    EventOrigin origin = new EventOrigin(path, "h", source, "xmlwineventlog", "main");
    List<RawEvent> events = new ArrayList<>();
    for (String text : START.split(Files.readString(SharedData.path(FOLDER + path)), -1)) {
      if (!text.isBlank()) {
        events.add(RawEvent.of(origin, events.size(), text.strip()));
      }
    }
    return events;
  }

  private int rows(String detection, String path, String source) throws IOException {
    ReferenceReplay.Result result =
        ReferenceReplay.replay(
            SharedData.allTime(content, each -> each.name().equals(detection)),
            events(path, source).iterator());
    assertThat(result.unparsable()).isEmpty();
    return result.findings().size();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          Windows AD DSRM Account Changes, T1098/dsrm_account/windows-sysmon.log, 1
          Windows Modify Registry to Add or Modify Firewall Rule, T1112/firewall_modify_delete/firewall_mod_delete.log, 1
          Windows Modify Registry Delete Firewall Rules, T1112/firewall_modify_delete/firewall_mod_delete.log, 1
          Windows Indirect Command Execution Via pcalua, T1202/atomic_red_team/windows-sysmon.log, 4
          Windows Indirect Command Execution Via forfiles, T1202/atomic_red_team/windows-sysmon.log, 2
          Disabling Windows Local Security Authority Defences via Registry, T1556/disable_lsa_protection/windows-sysmon.log, 1
          Detect RTLO In Process, T1036.002/outlook_attachment/rtlo_events.log, 3
          Detect RTLO In File Name, T1036.002/outlook_attachment/rtlo_events.log, 2
          LOLBAS With Network Traffic, T1218/lolbas_with_network_traffic/lolbas_with_network_traffic.log, 3
          Detect Webshell Exploit Behavior, T1505.003/generic_webshell_exploit/generic_webshell_exploit.log, 3
          Detect Certify Command Line Arguments, T1649/certify_abuse/certify_esc1_abuse_sysmon.log, 6
          Windows Suspect Process With Authentication Traffic, T1649/certify_abuse/certify_esc1_abuse_sysmon.log, 1
          """)
  void ofSysmon(String detection, String path, int rows) throws IOException {
    assertThat(rows(detection, path, SYSMON)).isEqualTo(rows);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          Windows AD DSRM Password Reset, T1098/dsrm_account/windows-security-xml.log, 1
          Windows AD Short Lived Domain Controller SPN Attribute, T1207/mimikatz/windows-security-xml.log, 1
          Windows AD Replication Request Initiated from Unsanctioned Location, T1003.006/impacket/windows-security-xml.log, 2
          Windows AD Privileged Object Access Activity, T1087.002/4662_ad_enum/4662_priv_events.log, 1
          Windows AD Same Domain SID History Addition, T1134.005/mimikatz/windows-security-xml.log, 6
          Windows Steal Authentication Certificates - ESC1 Abuse, T1649/certify_abuse/certify_esc1_abuse_winsecurity.log, 10
          Windows Steal Authentication Certificates - ESC1 Authentication, T1649/certify_abuse/certify_esc1_abuse_winsecurity.log, 5
          """)
  void ofTheSecurityLog(String detection, String path, int rows) throws IOException {
    assertThat(rows(detection, path, "XmlWinEventLog:Security")).isEqualTo(rows);
  }

  @ParameterizedTest
  @CsvSource("Detect Certify With PowerShell Script Block Logging,2")
  void ofPowerShell(String detection, int rows) throws IOException {
    assertThat(
            rows(
                detection,
                "T1649/certify_abuse/certify_esc1_abuse_powershell.log",
                "XmlWinEventLog:Microsoft-Windows-PowerShell/Operational"))
        .isEqualTo(rows);
  }
}
