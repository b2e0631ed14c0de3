/** When searches run and what time each run covers: cron, relative times, windows and slices. */
@NullMarked
package dev.highwater.engine.schedule;

import org.jspecify.annotations.NullMarked;
