/** Tests of the tests of detections. */
@NullMarked
package dev.highwater.engine.verify;

import org.jspecify.annotations.NullMarked;
