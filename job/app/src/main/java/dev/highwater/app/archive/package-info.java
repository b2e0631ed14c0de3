/** The class-data archive that the build makes, so that a short command starts fast. */
@NullMarked
package dev.highwater.app.archive;

import org.jspecify.annotations.NullMarked;
