/** Functions on multivalues. */
@NullMarked
package dev.highwater.engine.function.multivalue;

import org.jspecify.annotations.NullMarked;
