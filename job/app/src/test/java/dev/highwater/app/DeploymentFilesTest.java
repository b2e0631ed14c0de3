package dev.highwater.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.app.options.LiveOptions;
import dev.highwater.app.terminal.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What the files of deploy/ say of the program, of Flink and of each other is so. */
class DeploymentFilesTest {

  private static final Path ROOT = Path.of("..", "..");
  private static final String APPLICATION = "deploy/kubernetes/application.yml";
  private static final String SESSION = "deploy/kubernetes/session.yml";
  private static final String COMPOSE = "deploy/docker/compose.yml";
  private static final String DOCKERFILE = "deploy/docker/Dockerfile";

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(strings = {APPLICATION, SESSION, COMPOSE})
  void theCommandLineIsOneOfLive(String file) throws IOException {
    List<String> line = commandLine(file);
    RecordingWork work = new RecordingWork();
    StringWriter err = new StringWriter();
    Console console =
        new Console(
            new PrintWriter(new StringWriter(), true), new PrintWriter(err, true), 100, false);

    int code = new Highwater(work, console, directory).run(line.toArray(String[]::new));

    assertThat(code).as(err.toString()).isZero();
    assertThat(work.asked).singleElement().isInstanceOf(LiveOptions.class);
    if (!file.equals(COMPOSE)) {
      int parallelism = ((LiveOptions) work.asked.get(0)).parallelism();
      assertThat(at(jobs(file).get(0), "parallelism")).isEqualTo(parallelism);
    }
  }

  private static List<String> commandLine(String file) throws IOException {
    List<?> all =
        file.equals(COMPOSE)
            ? (List<?>) at(documents(file).get(0), "services", "jobmanager", "command")
            : (List<?>) at(jobs(file).get(0), "args");
    return all.subList(all.indexOf("live"), all.size()).stream().map(String::valueOf).toList();
  }

  private static List<Object> jobs(String file) throws IOException {
    return documents(file).stream()
        .map(each -> ((Map<?, ?>) at(each, "spec")).get("job"))
        .filter(Map.class::isInstance)
        .map(Object.class::cast)
        .toList();
  }

  private static List<Object> documents(String file) throws IOException {
    Load load = new Load(LoadSettings.builder().build());
    Iterable<Object> all = load.loadAllFromString(text(file));
    return StreamSupport.stream(all.spliterator(), false).toList();
  }

  private static Object at(Object document, String... keys) {
    Object value = document;
    for (String key : keys) {
      value = Objects.requireNonNull(((Map<?, ?>) value).get(key), key);
    }
    return value;
  }

  private static String text(String file) throws IOException {
    return Files.readString(ROOT.resolve(file));
  }

  private static String found(String file, String pattern) throws IOException {
    Matcher matcher = Pattern.compile(pattern).matcher(text(file));
    assertThat(matcher.find()).as(file + " has " + pattern).isTrue();
    return matcher.group(1);
  }

  @ParameterizedTest
  @CsvSource({
    "deploy/cluster/pom.xml, <flink.version>([^<]+)<",
    "deploy/docker/Dockerfile, ARG FLINK_VERSION=(.+)",
    "deploy/kubernetes/application.yml, flink-s3-fs-hadoop-(.+)\\.jar",
    "deploy/kubernetes/session.yml, flink-s3-fs-hadoop-(.+)\\.jar",
  })
  void flinkIsTheOneOfTheBuild(String file, String pattern) throws IOException {
    assertThat(found(file, pattern)).isEqualTo(found("pom.xml", "<flink.version>([^<]+)<"));
  }

  @ParameterizedTest
  @ValueSource(strings = {APPLICATION, SESSION})
  void theOperatorIsToldTheSameFlink(String file) throws IOException {
    String version = found("pom.xml", "<flink.version>(\\d+\\.\\d+)");
    assertThat(found(file, "flinkVersion: (.+)")).isEqualTo("v" + version.replace('.', '_'));
  }

  @Test
  void theBrokerIsOfTheClientsVersion() throws IOException {
    assertThat(found(COMPOSE, "apache/kafka:(.+)"))
        .isEqualTo(found("pom.xml", "<kafka-clients.version>([^<]+)<"));
  }

  @Test
  void javaIsTheOneOfTheBuild() throws IOException {
    assertThat(found(DOCKERFILE, "ARG JAVA_VERSION=(.+)"))
        .isEqualTo(found("pom.xml", "<maven.compiler.release>([^<]+)<"));
  }

  @Test
  void theJarIsWhereTheImageHasIt() throws IOException {
    assertThat(at(jobs(APPLICATION).get(0), "jarURI"))
        .isEqualTo("local://" + found(DOCKERFILE, "COPY --from=build .* (\\S+)"));
  }

  @ParameterizedTest
  @ValueSource(strings = {APPLICATION, SESSION, COMPOSE})
  void theClassIsThatOfTheProgram(String file) throws IOException {
    assertThat(text(file)).contains(Highwater.class.getName());
  }

  @Test
  void allRunOneImage() throws IOException {
    String image = found(DOCKERFILE, "-t (\\S+) \\.");
    for (String file : List.of(APPLICATION, SESSION, COMPOSE)) {
      assertThat(found(file, "image: (highwater:\\S+)")).isEqualTo(image);
    }
  }

  @Test
  void portsAreOpenForThisMachineOnly() throws IOException {
    Map<?, ?> services = (Map<?, ?>) at(documents(COMPOSE).get(0), "services");
    assertThat(services.values())
        .allSatisfy(
            service ->
                assertThat((List<?>) at(service, "ports"))
                    .allSatisfy(port -> assertThat(String.valueOf(port)).startsWith("127.0.0.1:")));
  }
}
