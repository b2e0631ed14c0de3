/** The replay of recorded data. */
@NullMarked
package dev.highwater.app.replay;

import org.jspecify.annotations.NullMarked;
