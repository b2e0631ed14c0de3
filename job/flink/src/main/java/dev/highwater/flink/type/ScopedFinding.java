package dev.highwater.flink.type;

import dev.highwater.engine.finding.Finding;

/**
 * A finding that others may hold back.
 *
 * @param scope findings of equal scope have to meet; see {@link
 *     dev.highwater.engine.detect.Throttle#scopeOf}
 */
public record ScopedFinding(String scope, Finding finding) {}
