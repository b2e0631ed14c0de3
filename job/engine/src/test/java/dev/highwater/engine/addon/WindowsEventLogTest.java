package dev.highwater.engine.addon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.detect.Knowledge;
import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.event.EventTime;
import dev.highwater.engine.event.RawEvent;
import dev.highwater.engine.plan.MacroLibrary;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The add-ons for the event logs of Windows. */
class WindowsEventLogTest {

  private static final AddOnLibrary ADD_ONS =
      Knowledge.builtIn(MacroLibrary.NONE, ZoneOffset.UTC).addOns();
  private static final String SYSMON = "XmlWinEventLog:Microsoft-Windows-Sysmon/Operational";

  private static EventFields at(String sourcetype, String source, String text) {
    EventOrigin origin = new EventOrigin("in", "h", source, sourcetype, "main");
    EventFields fields = ADD_ONS.fieldsOf(origin);
    RawEvent event = RawEvent.of(origin, 0, text);
    fields.moveTo(event, fields.timeOf(event));
    return fields;
  }

  /** An event as XML: its data as {@code Name=value} between bars. */
  private static String xml(int eventCode, String data) {
    String elements =
        Arrays.stream(data.split("\\|", -1))
            .map(each -> each.split("=", 2))
            .map(each -> "<Data Name='" + each[0] + "'>" + each[1] + "</Data>")
            .collect(Collectors.joining());
    return "<Event xmlns='http://e'><System><Provider Name='P' Guid='{a}'/><EventID>"
        + eventCode
        + "</EventID><Keywords>0x8020000000000000</Keywords><TimeCreated"
        + " SystemTime='2026-03-01T10:00:00.927963000Z'/>"
        + "<EventRecordID>7</EventRecordID><Channel>C</Channel><Computer>ws-1.corp.example</Computer><Security"
        + " UserID='S-1-5-18'/></System><EventData>"
        + elements
        + "</EventData></Event>";
  }

  private static EventFields sysmon(int eventCode, String data) {
    return at("XmlWinEventLog", SYSMON, xml(eventCode, data));
  }

  private static EventFields security(int eventCode, String data) {
    return at("XmlWinEventLog", "XmlWinEventLog:Security", xml(eventCode, data));
  }

  /** S-620: whatever the case of the sourcetype. */
  @ParameterizedTest
  @ValueSource(
      strings = {"XmlWinEventLog", "xmlwineventlog", "XmlWinEventLog:Application", "wineventlog"})
  void xmlIsReadUnderAllItsSourcetypes(String sourcetype) {
    EventFields fields =
        at(sourcetype, "XmlWinEventLog:Application", xml(1000, "Product Name=a &amp; b"));
    assertThat(AddOns.show(fields, "EventCode", "Product_Name", "dest", "vendor_product"))
        .isEqualTo(
            "EventCode=1000 Product_Name=a &amp; b dest=ws-1.corp.example"
                + " vendor_product=Microsoft Windows");
    assertThat(EventTime.format(fields.timeOf(fields.event())))
        .isEqualTo("2026-03-01T10:00:00.927Z");
  }

  /** S-610. */
  @Test
  void theTimeOfSysmonIsItsUtcTime() {
    EventFields fields = sysmon(5, "UtcTime=2026-03-01 10:00:00.925");
    assertThat(EventTime.format(fields.timeOf(fields.event())))
        .isEqualTo("2026-03-01T10:00:00.925Z");
    assertThat(AddOns.show(fields, "vendor_product", "signature"))
        .isEqualTo("vendor_product=Microsoft Sysmon signature=Process terminated");
  }

  /** S-611, S-614. */
  @Test
  void anAccessHasItsSourceAsTheParent() {
    EventFields fields =
        sysmon(
            10,
            "SourceProcessGUID={1}|SourceProcessId=11|SourceImage=C:\\a\\src.exe|"
                + "TargetProcessGUID={2}|TargetProcessId=12|TargetImage=C:\\b\\dst.exe");
    assertThat(
            AddOns.show(
                fields,
                "tag",
                "action",
                "parent_process_name",
                "parent_process_id",
                "process_name",
                "process_guid",
                "process"))
        .isEqualTo(
            "tag=process\nreport action=allowed parent_process_name=src.exe parent_process_id=11"
                + " process_name=dst.exe process_guid={2} process=NULL");
  }

  /** S-612. */
  @Test
  void aUserIsWithoutItsDomain() {
    assertThat(AddOns.show(sysmon(1, "User=NT AUTHORITY\\LOCAL SERVICE"), "user"))
        .isEqualTo("user=LOCAL SERVICE");
    assertThat(AddOns.show(sysmon(1, "User=-|SourceUser=D\\u|TargetUser=D\\u"), "user"))
        .isEqualTo("user=u");
  }

  /** S-613. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "13#HKLM\\SOFTWARE\\X\\Run\\a#DWORD (0x0000000a)#Run#a#0x0000000a#REG_DWORD",
        "13#HKU\\S-1\\X\\Run\\a#QWORD (0x01-0x02)#Run#a#0x01-0x02#REG_QWORD",
        "13#HKLM\\System\\X\\(Default)#Tool (beta)#X#(Default)#Tool (beta)#NULL",
        "13#HKCR\\X\\a#(Empty)#X#a#(Empty)#NULL",
        "12#HKLM\\SOFTWARE\\X\\Run##Run#NULL#NULL#NULL",
        "12#HKCR\\X\\shell\\(Default)##shell#NULL#NULL#NULL"
      })
  void registryPathsAreTakenApart(
      int code, String path, String details, String key, String name, String data, String type) {
    EventFields fields =
        sysmon(code, "TargetObject=" + path + (details == null ? "" : "|Details=" + details));
    assertThat(
            AddOns.show(
                fields,
                "registry_key_name",
                "registry_value_name",
                "registry_value_data",
                "registry_value_type"))
        .isEqualTo(
            "registry_key_name=%s registry_value_name=%s registry_value_data=%s"
                    .formatted(key, name, data)
                + " registry_value_type="
                + type);
  }

  /** S-613. */
  @ParameterizedTest
  @CsvSource({
    "HKLM\\System\\X,HKEY_LOCAL_MACHINE\\\\System",
    "HKLM\\SOFTWARE\\X,HKEY_LOCAL_MACHINE\\\\Software",
    "HKLM\\software\\X,NULL",
    "HKU\\S-1\\X,HKEY_CURRENT_USER",
    "HKCR\\X,NULL"
  })
  void hivesOfTheRegistryHaveTheirLongNames(String path, String hive) {
    assertThat(AddOns.show(sysmon(13, "TargetObject=" + path), "registry_hive"))
        .isEqualTo("registry_hive=" + hive);
  }

  /** S-1501. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '~',
      value = {
        "whoami  /groups#C:\\Windows\\System32\\whoami.exe /groups",
        "whoami#~C:\\Windows\\System32\\whoami.exe ~",
        "\"whoami\" /all#C:\\Windows\\System32\\whoami.exe /all",
        "\\??\\C:\\x\\whoami.exe 0x1#\\??\\C:\\x\\whoami.exe 0x1",
        "\"C:\\a b\\whoami.exe\" /all#\"C:\\a b\\whoami.exe\" /all"
      })
  void aCommandLineOfTheSecurityLogHasItsProgramsPath(String commandLine, String process) {
    EventFields fields =
        security(
            4688,
            "NewProcessId=0x1a|NewProcessName=C:\\Windows\\System32\\whoami.exe|CommandLine="
                + commandLine
                + "|SubjectUserName=ann|TargetUserName=-");
    assertThat(AddOns.show(fields, "process")).isEqualTo("process=" + process);
    assertThat(AddOns.show(fields, "process_name", "process_id", "user"))
        .isEqualTo("process_name=whoami.exe process_id=0x1a user=ann");
  }

  /** S-1502: the same event in both forms. */
  @Test
  void theTextOfTheSecurityLogHasTheFieldsOfItsXml() {
    String[] names = {"user", "src_user", "Group_Name", "signature", "action", "status"};
    EventFields text =
        at(
            "WinEventLog",
            "WinEventLog:Security",
            """
            03/01/2026 10:00:00 AM
            LogName=Security
            EventCode=4726
            ComputerName=dc-1.corp.example
            Keywords=Audit Success
            Message=A user account was deleted.

            Subject:
            \tSecurity ID:\t\tCORP\\ann
            \tAccount Name:\t\tann
            \tAccount Domain:\t\tCORP
            \tLogon ID:\t\t0x1A

            Target Account:
            \tSecurity ID:\t\tS-1-5-21-1
            \tAccount Name:\t\tbob
            \tAccount Domain:\t\tCORP
            """);
    EventFields xml = security(4726, "TargetUserName=bob|TargetSid=S-1-5-21-1|SubjectUserName=ann");
    assertThat(AddOns.show(text, names))
        .isEqualTo(AddOns.show(xml, names))
        .isEqualTo(
            "user=bob src_user=ann Group_Name=NULL signature=A user account was deleted"
                + " action=deleted status=success");
    assertThat(AddOns.show(text, "Account_Name", "dest", "SubjectUserName"))
        .isEqualTo("Account_Name=ann\nbob dest=dc-1.corp.example SubjectUserName=ann");
    assertThat(EventTime.format(text.timeOf(text.event()))).isEqualTo("2026-03-01T10:00:00.000Z");
  }

  /** S-1503. */
  @Test
  void theLastValueOfAnEventThatWasCutOffIsKept() {
    String whole = xml(4104, "MessageNumber=1|ScriptBlockText=Get-Item x\nGet-Item y");
    String cut = whole.substring(0, whole.indexOf("</Data></EventData>"));
    EventFields fields =
        at("XmlWinEventLog", "XmlWinEventLog:Microsoft-Windows-PowerShell/Operational", cut);
    assertThat(AddOns.show(fields, "ScriptBlockText", "signature"))
        .isEqualTo("ScriptBlockText=Get-Item x\nGet-Item y signature=Script block logging");
  }

  /** S-1505. */
  @Test
  void aListOfTheSecurityLogBeginsWithItsFirstItem() {
    EventFields fields =
        security(4742, "SidHistory=\n\t\t%{S-1-5-21-7}|AccessList=\n\t\t%%1\n\t\t%%2\n\t\t");
    assertThat(AddOns.show(fields, "SidHistory", "AccessList"))
        .isEqualTo("SidHistory=%{S-1-5-21-7} AccessList=%%1\n\t\t%%2\n\t\t");
  }

  /** S-1504. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "4728#MemberName=CN=Bob\\, B.,OU=x|MemberSid=S-1|TargetUserName=Ops#Bob\\, B.#Ops",
        "4732#MemberName=-|MemberSid=CORP\\bob|TargetUserName=Ops#bob#Ops",
        "4781#OldTargetUserName=a|NewTargetUserName=b|TargetDomainName=CORP#b#NULL",
        "4720#TargetUserName=bob|SubjectUserName=ann#bob#NULL",
        "5136#SubjectUserName=ann#ann#NULL"
      })
  void aUserIsTheAccountThatItWasDoneTo(int code, String data, String user, String group) {
    assertThat(AddOns.show(security(code, data), "user", "Group_Name"))
        .isEqualTo("user=" + user + " Group_Name=" + group);
  }
}
