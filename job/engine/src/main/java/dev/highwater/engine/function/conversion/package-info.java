/** Functions from one kind of value to another. */
@NullMarked
package dev.highwater.engine.function.conversion;

import org.jspecify.annotations.NullMarked;
