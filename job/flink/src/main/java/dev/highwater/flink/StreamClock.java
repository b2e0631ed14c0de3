package dev.highwater.flink;

import java.io.Serializable;

/** What tells a job how far its stream has come; without one it is known at the end only. */
public sealed interface StreamClock extends Serializable
    permits ReadingClock, LiveClock, ArrivalClock {}
