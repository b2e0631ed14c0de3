package dev.highwater.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an app says of how logs are read, from bytes to rows. Rules S-1310, S-1311, S-1321. */
@Timeout(120)
class IndexTimeITCase {

  @TempDir private Path directory;

  @BeforeEach
  void anAppAndItsLog() throws IOException {
    file(
        "apps/TA-x/default/props.conf",
        """
        [x:mixed]
        LINE_BREAKER = ([\\r\\n]+)<Event\\s
        TIME_PREFIX = at="
        TIME_FORMAT = %Y-%m-%d %H:%M:%S
        TRANSFORMS-x = x_drop, x_sourcetype
        SEDCMD-x = s/password=\\S+/password=xxx/
        [x:login]
        EXTRACT-user = user=(?<user>\\w+)\\s+password=(?<password>\\w+)
        """);
    file(
        "apps/TA-x/default/transforms.conf",
        """
        [x_drop]
        REGEX = kind=noise
        DEST_KEY = queue
        FORMAT = nullQueue
        [x_sourcetype]
        REGEX = kind=(\\w+)
        DEST_KEY = MetaData:Sourcetype
        FORMAT = sourcetype::x:$1
        """);
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < 3000; i++) {
      String kind = i % 3 == 0 ? "noise" : i % 3 == 1 ? "login" : "other";
      log.append("<Event at=\"2026-03-01 00:%02d:%02d\">\n".formatted(i / 60 % 60, i % 60))
          .append("  kind=%s\n  user=u%d\n  password=secret%d\n".formatted(kind, i % 2, i))
          .append("</Event>\n");
    }
    file("x.log", log.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '`',
      value = {
        "index=main | stats count by sourcetype"
            + " > {'sourcetype':'x:login','count':1000}/{'sourcetype':'x:other','count':1000}",
        "sourcetype=x:login | stats count by user password"
            + " > {'user':'u0','password':'xxx','count':500}"
            + "/{'user':'u1','password':'xxx','count':500}",
        "sourcetype=x:mixed OR noise OR secret5 | stats count > {'count':0}",
        "sourcetype=x:other | stats min(_time) as first max(_time) as last"
            + " > {'first':1772323202,'last':1772326199}"
      })
  void searchesSeeEventsAsTheAppMakesThem(String search, String expected) {
    EmbeddedRun run = search(search);
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).isEqualTo(expected.replace('\'', '"').replace('/', '\n') + "\n");
  }

  @Test
  void theEventsAreShownAsTheyAreIndexed() {
    EmbeddedRun run =
        EmbeddedRun.of(
            "fields", log(), "--sourcetype=x:mixed", "--event=2", "--format=json", apps(), "-q");
    assertThat(run.out()).contains("\"sourcetype\":\"x:login\"", "\"password\":\"xxx\"");
  }

  private EmbeddedRun search(String spl) {
    return EmbeddedRun.of(
        "search", spl, log(), "--sourcetype=x:mixed", "--parallelism=2", apps(), "-q");
  }

  private String log() {
    return directory.resolve("x.log").toString();
  }

  private String apps() {
    return "--apps=" + directory.resolve("apps");
  }

  private void file(String path, String text) throws IOException {
    Path file = directory.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
