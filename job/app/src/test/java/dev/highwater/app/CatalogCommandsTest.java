package dev.highwater.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogCommandsTest {
  private static final String CONTENT = "src/test/resources/catalog";

  private static final String UNREADABLE =
      """
      src/test/resources/catalog/detections/endpoint/not_yaml.yml:3:1: is not YAML: found unexpected end of stream
        |\s
          ^
      1 file of content could not be read
      """;

  @Test
  void listsDetectionsByNameAndReportsWhatCannotBeRead() {
    EmbeddedRun run = run("list");

    assertThat(run.out())
        .isEqualTo(
            """
            name               id                                    type  status        verdict  techniques  data sources
            -----------------  ------------------------------------  ----  ------------  -------  ----------  ----------------------------------
            at Job Created     11111111-0000-0000-0000-000000000002  TTP   experimental  refused  T1053.002   Other Log
            Cron File Created  11111111-0000-0000-0000-000000000001  TTP   production    run      T1053.003   Endpoint File Log, Undescribed Log
            Misspelt           11111111-0000-0000-0000-000000000003  TTP   production    error    T1105

            3 detections: 1 run, 1 refused, 1 in error
            """);
    assertThat(run.err()).isEqualTo(UNREADABLE);
    assertThat(run.code()).isZero();
  }

  @Test
  void listsWhatPassesAllFilters() {
    assertThat(listed("--technique", "t1053"))
        .containsExactly("at Job Created", "Cron File Created");
    assertThat(listed("--technique", "T1053.003")).containsExactly("Cron File Created");
    assertThat(listed("--technique", "T105")).isEmpty();
    assertThat(listed("--technique", "T1053", "--status", "Experimental"))
        .containsExactly("at Job Created");
    assertThat(listed("--story", "linux persistence"))
        .containsExactly("at Job Created", "Cron File Created");
    assertThat(listed("--source", "undescribed")).containsExactly("Cron File Created");
    assertThat(listed("--source", "sysmon:LINUX")).containsExactly("Cron File Created");
    assertThat(listed("--source", "file", "--technique", "T1105")).isEmpty();
  }

  @Test
  void listsNothingWithoutATable() {
    EmbeddedRun run = run("list", "--technique", "T9999");

    assertThat(run.out()).isEqualTo("0 of 3 detections: 0 run, 0 refused, 0 in error\n");
    assertThat(run.code()).isZero();
  }

  @Test
  void listsAnObjectALineAsJson() {
    assertThat(run("list", "--format", "json", "--story", "Linux Persistence").out())
        .isEqualTo(
            """
            {"name":"at Job Created","id":"11111111-0000-0000-0000-000000000002","version":1,"type":"TTP","status":"experimental","file":"detections/endpoint/at_job_created.yml","verdict":"refused","mitre_attack_id":["T1053.002"],"analytic_story":["Linux Persistence"],"data_source":["Other Log"]}
            {"name":"Cron File Created","id":"11111111-0000-0000-0000-000000000001","version":2,"type":"TTP","status":"production","file":"detections/endpoint/cron_file_created.yml","verdict":"run","mitre_attack_id":["T1053.003"],"analytic_story":["Linux Persistence"],"data_source":["Endpoint File Log","Undescribed Log"]}
            """);
  }

  @Test
  void showsAllThatTheContentSaysOfADetection() {
    EmbeddedRun run = run("show", "--now", "2026-03-01T00:00:00Z", "cron_file_created.yml");

    assertThat(run.out())
        .isEqualTo(
            """
            Cron File Created
              id          11111111-0000-0000-0000-000000000001
              version     2
              type        TTP
              status      production
              file        detections/endpoint/cron_file_created.yml
              verdict     run
              description A file is created where cron looks for jobs.
            schedule
              cron        0 * * * *
              earliest    -70m@m
              latest      -10m@m
              window      auto
              zone        UTC
              next run    2026-03-01T01:00:00.000Z over 2026-02-28T23:50:00.000Z..2026-03-01T00:50:00.000Z
            risk
              message     cron on $dest$
              impact      80
              confidence  50
              object      dest (system), score 40
              threat      file_path (file_name)
            techniques
              T1053.003
            stories
              Linux Persistence
            data sources
              Endpoint File Log: source=Syslog:Linux-Sysmon/Operational sourcetype=sysmon:linux
              Undescribed Log
            tests
              True Positive Test
                https://example.org/cron.log
                  source=file_log sourcetype=file:log
            search, macros expanded
              | tstats count min(_time) as firstTime from datamodel=Endpoint.Filesystem where Filesystem.file_path="/etc/cron.d/*" by Filesystem.dest | rename "Filesystem.*" as * | search *
            """);
    assertThat(run.code()).isZero();
  }

  @Test
  void showsWhyADetectionDoesNotRun() {
    EmbeddedRun run = run("show", "Misspelt");

    assertThat(run.out())
        .isEqualTo(
            """
            Misspelt
              id          11111111-0000-0000-0000-000000000003
              version     1
              type        TTP
              status      production
              file        detections/endpoint/misspelt.yml
              verdict     error
              description Its SPL is broken.
            schedule
              cron        0 * * * *
              earliest    -70m@m
              latest      -10m@m
              window      auto
              zone        UTC
            techniques
              T1105
            search, as written
              | tstats count from datamodel=Endpoint.Filesystem by Filesystem.dest | `shrot(Filesystem)`
            diagnostics
              src/test/resources/catalog/detections/endpoint/misspelt.yml:7:81: unknown macro `shrot(1)`. Did you mean `short`?
                | ...unt from datamodel=Endpoint.Filesystem by Filesystem.dest | `shrot(Filesystem)`'
                                                                                 ^
            """);
    assertThat(run.code()).isZero();
  }

  @Test
  void showsADetectionAsJson() {
    assertThat(run("show", "--format", "json", "--now", "0", "Cron File Created").out())
        .isEqualTo(
            """
            {"name":"Cron File Created","id":"11111111-0000-0000-0000-000000000001","version":2,"type":"TTP","status":"production","file":"detections/endpoint/cron_file_created.yml","verdict":"run",\
            "mitre_attack_id":["T1053.003"],"analytic_story":["Linux Persistence"],"data_source":["Endpoint File Log","Undescribed Log"],"description":"A file is created where cron looks for jobs.",\
            "expanded_search":"| tstats count min(_time) as firstTime from datamodel=Endpoint.Filesystem where Filesystem.file_path=\\"/etc/cron.d/*\\" by Filesystem.dest | rename \\"Filesystem.*\\" as * | search *",\
            "schedule":{"cron":"0 * * * *","earliest":"-70m@m","latest":"-10m@m","window":"auto","zone":"UTC","next_run":{"scheduled_time":"1970-01-01T01:00:00.000Z","earliest":"1969-12-31T23:50:00.000Z","latest":"1970-01-01T00:50:00.000Z"}},\
            "risk":{"message":"cron on $dest$","impact":80,"confidence":50,"risk_objects":[{"field":"dest","type":"system","score":40,"message":"cron on $dest$"}],"threat_objects":[{"field":"file_path","type":"file_name"}]},\
            "sources":[{"name":"Endpoint File Log","source":"Syslog:Linux-Sysmon/Operational","sourcetype":"sysmon:linux"},{"name":"Undescribed Log"}],\
            "tests":[{"name":"True Positive Test","attack_data":[{"data":"https://example.org/cron.log","source":"file_log","sourcetype":"file:log"}]}],"diagnostics":[]}
            """);
  }

  @Test
  void showsAllMatchesOfAGlob() {
    EmbeddedRun run = run("show", "--format", "json", "*created*");

    assertThat(run.out().lines().map(line -> line.substring(9, line.indexOf(",") - 1)))
        .containsExactly("at Job Created", "Cron File Created");
  }

  @Test
  void explainsThePlan() {
    EmbeddedRun run = run("explain", "--tz", "Europe/Berlin", "Cron File Created");

    assertThat(run.out())
        .isEqualTo(
            """
            Cron File Created
              id          11111111-0000-0000-0000-000000000001
              verdict     run
              schedule    0 * * * * -70m@m..-10m@m Europe/Berlin
            logical plan
              scan datamodel=Endpoint.Filesystem where Filesystem.file_path="/etc/cron.d/*"
              stats count min(_time) AS firstTime by Filesystem.dest
              rename Filesystem.* AS *
              search *
            physical plan
              scan        Endpoint.Filesystem
              fields      Filesystem.dest, Filesystem.file_path, _time
              prefilter   Filesystem.file_path has "/etc/cron.d/"
              head        filter each event
              keep        aggregate by slice of time before the shuffle
              partition   by Filesystem.dest, which all later stages keep
              run         merge the slices of the window
              rename Filesystem.* AS *
              search *
            sources
              Endpoint File Log: Computer, Configuration, DestinationHostname, DestinationIp, EventID, \
            TargetFilename are extracted from events that hold "/cron.d" or "/etc/cron.d/"
            """);
    assertThat(run.err()).isEqualTo(UNREADABLE);
    assertThat(run.code()).isZero();
  }

  @Test
  void explainingARefusedDetectionFailsWithThePlaceAndTheReason() {
    EmbeddedRun run = run("explain", "at Job Created");

    assertThat(run.out())
        .isEqualTo(
            """
            at Job Created
              id          11111111-0000-0000-0000-000000000002
              verdict     refused
              schedule    0 * * * * -70m@m..-10m@m UTC
            """);
    assertThat(run.err())
        .isEqualTo(
            UNREADABLE
                + """
                src/test/resources/catalog/detections/endpoint/at_job_created.yml:9:5: known SPL command, not supported: analyzefields
                  |   | analyzefields dest'
                        ^
                """);
    assertThat(run.code()).isEqualTo(1);
  }

  @Test
  void explainsAsJson() {
    EmbeddedRun run = run("explain", "--format", "json", "at Job Created");

    assertThat(run.out())
        .isEqualTo(
            """
            {"name":"at Job Created","id":"11111111-0000-0000-0000-000000000002","verdict":"refused","schedule":"0 * * * * -70m@m..-10m@m UTC","sources":[],\
            "diagnostics":[{"severity":"unsupported","file":"src/test/resources/catalog/detections/endpoint/at_job_created.yml","line":9,"column":5,"message":"known SPL command, not supported: analyzefields"}]}
            """);
    assertThat(run.code()).isEqualTo(1);
  }

  private static List<String> listed(String... filters) {
    String[] arguments = new String[filters.length + 3];
    arguments[0] = "list";
    arguments[1] = "--format";
    arguments[2] = "json";
    System.arraycopy(filters, 0, arguments, 3, filters.length);
    return run(arguments)
        .out()
        .lines()
        .map(line -> line.substring(9, line.indexOf(",") - 1))
        .toList();
  }

  private static EmbeddedRun run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(1, List.of("--content", CONTENT));
    return EmbeddedRun.of(all.toArray(String[]::new));
  }
}
