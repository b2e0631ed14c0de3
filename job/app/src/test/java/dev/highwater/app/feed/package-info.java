/** Tests of recorded data that is sent. */
@NullMarked
package dev.highwater.app.feed;

import org.jspecify.annotations.NullMarked;
