package dev.highwater.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code highwater fields}. */
class FieldsTest {

  private static final String LINES =
      """
      {"host":"h","source":"s","sourcetype":"sysmon:linux","raw":"<Event><System><EventID>4</EventID><Computer>c</Computer></System><EventData><Data Name=\\"UtcTime\\">2026-03-01 00:10:20.929</Data><Data Name=\\"State\\">Started</Data></EventData></Event>"}
      {"host":"h","source":"s","sourcetype":"x","raw":"a=1 a=2 b=\\"c d\\""}
      """;

  @TempDir private Path directory;

  @Test
  void printsWhatSearchesSeeOfEachEvent() throws IOException {
    EmbeddedRun run = EmbeddedRun.of("fields", "--format", "json", log());

    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .isEqualTo(
            """
            {"_time":"2026-03-01T00:10:20.929Z","host":"h","source":"s","sourcetype":"sysmon:linux",\
            "fields":{"Computer":"c","EventCode":"4","EventDescription":"Sysmon service state changed","EventID":"4",\
            "State":"Started","UtcTime":"2026-03-01 00:10:20.929","description":"Started","dest":"c","dvc":"c",\
            "service":"Linux-Sysmon","service_name":"Linux-Sysmon","signature":"Sysmon service state changed",\
            "signature_id":"4","status":"started","vendor_product":"Sysmon For Linux"},\
            "eventtypes":["sysmon-linux-service"],"tags":["report","service"],\
            "datasets":["Application_State.All_Application_State","Application_State.Services","Endpoint.Services"]}
            {"unparsable":"no timestamp","host":"h","source":"s","sourcetype":"x","fields":{"a":"1","b":"c d"},\
            "eventtypes":[],"tags":[],"datasets":[]}
            """);
    assertThat(run.code()).isZero();
  }

  @Test
  void saysOfAFieldWhichSettingsItComesFrom() throws IOException {
    assertThat(EmbeddedRun.of("fields", "--event", "1", log()).out())
        .contains(
            "event 1 (",
            "datasets    Application_State.All_Application_State, ",
            "EventID           gave    4                            "
                + " addons/sysmon_linux/props.conf:")
        .containsPattern(
            "\\nstatus +gave +started +addons/sysmon_linux/props.conf:\\d+ .+ EVAL-status")
        .doesNotContain("event 2");
    assertThat(EmbeddedRun.of("fields", "--event", "2", "--format=json", "--explain", log()).out())
        .contains(
            "\"history\":{\"a\":[{\"setting\":\"KV_MODE = auto, as no stanza says otherwise\","
                + "\"effect\":\"gave\",\"value\":\"1\"}],\"b\"");
  }

  @Test
  void saysWhenThereIsNoSuchEvent() throws IOException {
    EmbeddedRun run = EmbeddedRun.of("fields", "--event", "3", log());

    assertThat(run.err()).isEqualTo("Cannot print event: the inputs have 2\n");
    assertThat(run.code()).isEqualTo(1);
  }

  private String log() throws IOException {
    return Files.writeString(directory.resolve("two.log"), LINES).toString();
  }
}
