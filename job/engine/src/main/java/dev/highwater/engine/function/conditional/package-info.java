/** Functions that choose: {@code if}, {@code case}, {@code coalesce} and their kin. */
@NullMarked
package dev.highwater.engine.function.conditional;

import org.jspecify.annotations.NullMarked;
