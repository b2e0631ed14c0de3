/** The commands, one file each, and their list. */
@NullMarked
package dev.highwater.engine.command;

import org.jspecify.annotations.NullMarked;
