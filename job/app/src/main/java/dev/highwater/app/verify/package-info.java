/** Tests of detections: their logs, their run, and the reports of it. */
@NullMarked
package dev.highwater.app.verify;

import org.jspecify.annotations.NullMarked;
