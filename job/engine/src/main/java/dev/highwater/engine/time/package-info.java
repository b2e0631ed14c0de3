/** Times as people write them: relative to another time, or in a format. */
@NullMarked
package dev.highwater.engine.time;

import org.jspecify.annotations.NullMarked;
