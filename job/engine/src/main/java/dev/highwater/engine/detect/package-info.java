/** Detections at work: events to fields, candidates, runs and findings. */
@NullMarked
package dev.highwater.engine.detect;

import org.jspecify.annotations.NullMarked;
