/**
 * Tests of detections: which run, over which data, and what they came to. Follows what contentctl
 * does with a Splunk.
 */
@NullMarked
package dev.highwater.engine.verify;

import org.jspecify.annotations.NullMarked;
