package dev.highwater.engine.detect;

import dev.highwater.engine.plan.RowPredicate;
import dev.highwater.engine.plan.ScanPlan;

/**
 * A scan of a detection at one source.
 *
 * @param head the scan's filter, without what is known of the source
 * @param told the scans of the detection that an event has given groups for
 */
record ScanReader(RunningDetection detection, ScanPlan scan, RowPredicate head, ToldScans told) {}
