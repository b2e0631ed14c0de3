package dev.highwater.app.options;

import org.jspecify.annotations.Nullable;

/**
 * Metadata that the command line gives to every event, in place of what a manifest or an event
 * itself says; null leaves a field as it is.
 */
public record EventOverrides(
    @Nullable String sourcetype,
    @Nullable String source,
    @Nullable String host,
    @Nullable String index) {}
