/** Functions on times in seconds of the epoch. */
@NullMarked
package dev.highwater.engine.function.time;

import org.jspecify.annotations.NullMarked;
