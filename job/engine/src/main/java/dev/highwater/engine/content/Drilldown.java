package dev.highwater.engine.content;

import dev.highwater.engine.spl.SplSource;

/**
 * A search that leads on from a finding; tokens are still in it (S-711).
 *
 * @param earliestOffset a relative time or a token such as {@code $info_min_time$}; empty if absent
 * @param latestOffset likewise
 */
public record Drilldown(
    String name, SplSource search, String earliestOffset, String latestOffset) {}
