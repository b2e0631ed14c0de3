/** Functions that test a value against a pattern. */
@NullMarked
package dev.highwater.engine.function.comparison;

import org.jspecify.annotations.NullMarked;
