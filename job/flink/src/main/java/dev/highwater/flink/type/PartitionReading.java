package dev.highwater.flink.type;

import dev.highwater.engine.schedule.PartitionClock;

/** What is kept of the clock of a partition. */
public record PartitionReading(String partition, PartitionClock.Reading reading) {}
