package dev.highwater.engine.detect;

import dev.highwater.engine.event.RawEvent;

/**
 * A record with the time at which it came.
 *
 * @param indexMillis its {@code _indextime}, epoch milliseconds
 */
public record IndexedRecord(RawEvent raw, long indexMillis) {}
