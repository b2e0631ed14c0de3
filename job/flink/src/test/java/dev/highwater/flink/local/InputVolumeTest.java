package dev.highwater.flink.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.flink.configuration.MemorySize;
import org.junit.jupiter.api.Test;

class InputVolumeTest {
  @Test
  void isLargeFrom64MebibytesOn() {
    assertThat(InputVolume.ofBytes((64L << 20) - 1)).isEqualTo(InputVolume.SMALL);
    assertThat(InputVolume.ofBytes(64L << 20)).isEqualTo(InputVolume.LARGE);
  }

  @Test
  void takesBoundedMemoryHoweverManySlots() {
    assertThat(InputVolume.LARGE.network(1)).isEqualTo(MemorySize.ofMebiBytes(64));
    assertThat(InputVolume.LARGE.network(128)).isEqualTo(MemorySize.ofMebiBytes(304));
    assertThat(InputVolume.LARGE.managed(128)).isEqualTo(MemorySize.ofMebiBytes(256));
  }
}
