/** Tests of replays. */
@NullMarked
package dev.highwater.app.replay;

import org.jspecify.annotations.NullMarked;
