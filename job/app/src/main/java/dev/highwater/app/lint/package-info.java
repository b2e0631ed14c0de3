/** Searches looked over without running them. */
@NullMarked
package dev.highwater.app.lint;

import org.jspecify.annotations.NullMarked;
