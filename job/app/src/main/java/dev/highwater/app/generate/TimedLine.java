package dev.highwater.app.generate;

/** A line and when it reached the log. */
record TimedLine(long arrivalMillis, String line) {}
