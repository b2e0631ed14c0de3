/** The command that compares what schedules see with what there is. */
@NullMarked
package dev.highwater.app.schedule;

import org.jspecify.annotations.NullMarked;
