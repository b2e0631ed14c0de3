package dev.highwater.connectors.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientPropertiesTest {

  @TempDir Path directory;

  private Path file(String text) throws IOException {
    return Files.writeString(directory.resolve("client.properties"), text);
  }

  @Test
  void clientsGetWhatTheFileSaysAndNobodySeesIt() throws IOException {
    Path file = file("security.protocol=SASL_SSL\nsasl.jaas.config=user password=\"hidden\"\n");
    ClientProperties client = ClientProperties.read("b:1,b:2", file);
    assertThat(client.forClient())
        .containsEntry("bootstrap.servers", "b:1,b:2")
        .containsEntry("sasl.jaas.config", "user password=\"hidden\"")
        .hasSize(3);
    assertThat(client).hasToString("b:1,b:2 with sasl.jaas.config, security.protocol");
  }

  @Test
  void whatTheJobDecidesCannotBeSet() throws IOException {
    Path file = file("group.id=x\nisolation.level=read_uncommitted\n");
    assertThatThrownBy(() -> ClientProperties.read("b:1", file))
        .hasMessage(
            file + ": group.id, isolation.level cannot be set here; the command has options");
  }
}
