/** What the content holds: reading it as the options ask, and showing its detections. */
@NullMarked
package dev.highwater.app.catalog;

import org.jspecify.annotations.NullMarked;
