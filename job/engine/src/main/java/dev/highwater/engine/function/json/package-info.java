/** Functions on JSON texts. */
@NullMarked
package dev.highwater.engine.function.json;

import org.jspecify.annotations.NullMarked;
