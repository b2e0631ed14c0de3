/** Recorded data sent as if it came live. */
@NullMarked
package dev.highwater.app.feed;

import org.jspecify.annotations.NullMarked;
