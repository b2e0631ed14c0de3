/** Functions on numbers: rounding, powers, logarithms, sums. */
@NullMarked
package dev.highwater.engine.function.math;

import org.jspecify.annotations.NullMarked;
