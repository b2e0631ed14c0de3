/** The runs of a search. */
@NullMarked
package dev.highwater.engine.run;

import org.jspecify.annotations.NullMarked;
