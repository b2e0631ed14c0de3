/** Security content as its authors wrote it: detections, deployments, macros and their readers. */
@NullMarked
package dev.highwater.engine.content;

import org.jspecify.annotations.NullMarked;
