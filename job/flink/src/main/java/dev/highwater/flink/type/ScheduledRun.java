package dev.highwater.flink.type;

/** A run that is still to be done, as state holds it. */
public record ScheduledRun(String detection, long scheduledMillis) {}
