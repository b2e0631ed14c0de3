/** The list of eval functions; the functions stand in packages by family, one file each. */
@NullMarked
package dev.highwater.engine.function;

import org.jspecify.annotations.NullMarked;
