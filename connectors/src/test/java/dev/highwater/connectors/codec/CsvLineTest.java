package dev.highwater.connectors.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvLineTest {

  @Test
  void quotesWhatWouldBeReadAsSomethingElse() {
    assertThat(CsvLine.of(List.of("a", "", "b,c", "d\"e", "f\ng", " h", "i j")))
        .isEqualTo("a,,\"b,c\",\"d\"\"e\",\"f\ng\",\" h\",i j\n");
  }
}
