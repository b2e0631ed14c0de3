/** JSON texts as trees, and the paths into them. */
@NullMarked
package dev.highwater.engine.json;

import org.jspecify.annotations.NullMarked;
