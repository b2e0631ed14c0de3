/** Tests of topics. */
@NullMarked
package dev.highwater.app.live;

import org.jspecify.annotations.NullMarked;
