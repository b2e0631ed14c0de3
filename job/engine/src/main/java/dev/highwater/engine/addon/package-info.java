/** Search-time fields in Splunk's own .conf dialect: timestamps, extractions, event types, tags. */
@NullMarked
package dev.highwater.engine.addon;

import org.jspecify.annotations.NullMarked;
