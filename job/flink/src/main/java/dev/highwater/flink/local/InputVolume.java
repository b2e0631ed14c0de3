package dev.highwater.flink.local;

import org.apache.flink.configuration.MemorySize;

/** How much data an embedded job is going to read; it sizes the memory outside the heap. */
public enum InputVolume {
  /** Less than 64 MiB: a cluster that starts fast and touches little memory. */
  SMALL(8, 16, 16, 4, 16),

  /** Anything more: buffers and sort memory for archives, 144 MiB outside the heap at one slot. */
  LARGE(64, 64, 32, 16, 64);

  private static final long LARGE_BYTES = 64L << 20;
  private static final int MOST_SLOTS_WITH_OWN_BUFFERS = 16;

  private final int networkMebibytes;
  private final int managedMebibytes;
  private final int segmentKibibytes;
  private final int shuffleReadingMebibytes;
  private final int sortShuffleBuffers;

  InputVolume(
      int networkMebibytes,
      int managedMebibytes,
      int segmentKibibytes,
      int shuffleReadingMebibytes,
      int sortShuffleBuffers) {
    this.networkMebibytes = networkMebibytes;
    this.managedMebibytes = managedMebibytes;
    this.segmentKibibytes = segmentKibibytes;
    this.shuffleReadingMebibytes = shuffleReadingMebibytes;
    this.sortShuffleBuffers = sortShuffleBuffers;
  }

  /** The volume of so many bytes on disk; compressed input counts as it lies there. */
  public static InputVolume ofBytes(long bytes) {
    return bytes < LARGE_BYTES ? SMALL : LARGE;
  }

  /** Network buffers of a cluster with so many slots. */
  MemorySize network(int slots) {
    int slotsThatCount = Math.min(slots, MOST_SLOTS_WITH_OWN_BUFFERS);
    return MemorySize.ofMebiBytes(networkMebibytes + (slotsThatCount - 1) * networkMebibytes / 4);
  }

  /** Memory in which BATCH sorts keyed input, for all slots together. */
  MemorySize managed(int slots) {
    return MemorySize.ofMebiBytes((long) managedMebibytes * Math.min(slots, 4));
  }

  MemorySize segment() {
    return new MemorySize((long) segmentKibibytes << 10);
  }

  MemorySize shuffleReading() {
    return MemorySize.ofMebiBytes(shuffleReadingMebibytes);
  }

  int sortShuffleBuffers() {
    return sortShuffleBuffers;
  }
}
