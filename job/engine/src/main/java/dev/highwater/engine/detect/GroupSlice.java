package dev.highwater.engine.detect;

import dev.highwater.engine.event.FieldValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What partial aggregates are stored under: a key of a scan of a detection in a slice of time.
 *
 * @param scan number of the scan in its search
 * @param sliceMillis start of the slice
 */
public record GroupSlice(
    String detection, int scan, long sliceMillis, List<@Nullable FieldValue> key) {}
