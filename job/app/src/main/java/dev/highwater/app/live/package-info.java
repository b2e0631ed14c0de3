/** Detections over topics that never end. */
@NullMarked
package dev.highwater.app.live;

import org.jspecify.annotations.NullMarked;
