/** Functions that choose from or sum up several values. */
@NullMarked
package dev.highwater.engine.function.statistical;

import org.jspecify.annotations.NullMarked;
