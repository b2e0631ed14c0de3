/** Tests of the operators, each in a harness, on detections built by hand. */
@NullMarked
package dev.highwater.flink;

import org.jspecify.annotations.NullMarked;
