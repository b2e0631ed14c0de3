package dev.highwater.app.options;

import org.jspecify.annotations.Nullable;

/**
 * Which detections to list; null for a filter that is not set, and all set filters must hold.
 *
 * @param content the content and the shared options
 * @param technique an ATT&CK technique id, of which sub-techniques are part: {@code T1053}
 * @param story an analytic story
 * @param source a part of the name, source or sourcetype of a data source
 * @param status a detection's status in the content: {@code production}, {@code experimental} ...
 */
public record ListOptions(
    ContentOptions content,
    @Nullable String technique,
    @Nullable String story,
    @Nullable String source,
    @Nullable String status) {}
