package dev.highwater.engine.verify;

import dev.highwater.engine.content.ContentRevision;
import dev.highwater.engine.detect.DetectionSet;

/**
 * Searches that run in one pass.
 *
 * @param revision what a job carries of them
 * @param detections the same, compiled
 * @param usesPlaces whether any of them asks where addresses are
 */
public record TestedSearches(
    ContentRevision revision, DetectionSet detections, boolean usesPlaces) {}
