package dev.highwater.engine.detect;

import dev.highwater.engine.event.FieldValue;
import java.util.List;

/**
 * A group in a slice of time: what partial aggregates are stored under.
 *
 * @param sliceMillis start of the slice
 * @param key values of the by-fields
 */
public record GroupSlice(long sliceMillis, List<FieldValue> key) {}
