/** From text to a search that can run. */
@NullMarked
package dev.highwater.engine.compile;

import org.jspecify.annotations.NullMarked;
