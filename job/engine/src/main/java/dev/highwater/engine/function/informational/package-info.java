/** Functions that tell what a value is. */
@NullMarked
package dev.highwater.engine.function.informational;

import org.jspecify.annotations.NullMarked;
