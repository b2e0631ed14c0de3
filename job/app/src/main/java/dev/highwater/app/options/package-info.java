/** What the command line asks for: immutable, checked requests. */
@NullMarked
package dev.highwater.app.options;

import org.jspecify.annotations.NullMarked;
