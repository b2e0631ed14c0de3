/** The aggregate functions, one file each, and their list. */
@NullMarked
package dev.highwater.engine.aggregation;

import org.jspecify.annotations.NullMarked;
