/** What the program shows on a terminal: tables and progress. */
@NullMarked
package dev.highwater.app.terminal;

import org.jspecify.annotations.NullMarked;
