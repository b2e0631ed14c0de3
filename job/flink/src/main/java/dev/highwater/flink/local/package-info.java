/** Runs a job in this JVM: a Flink cluster of one process, started lean and closed completely. */
@NullMarked
package dev.highwater.flink.local;

import org.jspecify.annotations.NullMarked;
