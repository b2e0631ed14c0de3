/** Tests of the command line. */
@NullMarked
package dev.highwater.app;

import org.jspecify.annotations.NullMarked;
