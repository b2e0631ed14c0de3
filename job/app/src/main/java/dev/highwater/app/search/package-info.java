/** Ad-hoc searches: over logs, over given rows, one or many. */
@NullMarked
package dev.highwater.app.search;

import org.jspecify.annotations.NullMarked;
