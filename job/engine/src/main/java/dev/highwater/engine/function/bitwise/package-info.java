/** Functions on the bits of whole numbers below 2^53. */
@NullMarked
package dev.highwater.engine.function.bitwise;

import org.jspecify.annotations.NullMarked;
