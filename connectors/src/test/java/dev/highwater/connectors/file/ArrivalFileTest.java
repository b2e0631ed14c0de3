package dev.highwater.connectors.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArrivalFileTest {

  @TempDir private static Path directory;

  private static Path file(String text) throws IOException {
    return Files.writeString(Files.createTempFile(directory, "arrival", ".tsv"), text);
  }

  @Test
  void saysWhenEachLineCame() throws IOException {
    ArrivalFile arrivals = ArrivalFile.read(file("1\t1772323201.404\n2\t1772323202\n"));

    assertThat(arrivals.lines()).isEqualTo(2);
    assertThat(arrivals.millisOf(1)).isEqualTo(1_772_323_201_404L);
    assertThat(arrivals.millisOf(2)).isEqualTo(1_772_323_202_000L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"3\t1", "2 1", "2\tnoon", "2", ""})
  void refusesALineThatIsNoArrival(String line) throws IOException {
    Path file = file("1\t1\n" + line + "\n");

    assertThatThrownBy(() -> ArrivalFile.read(file))
        .isInstanceOf(IOException.class)
        .hasMessage(
            file
                + ":2: '"
                + line
                + "' is no arrival (must be the line's number, 2, a tab, and seconds since 1970)");
  }
}
