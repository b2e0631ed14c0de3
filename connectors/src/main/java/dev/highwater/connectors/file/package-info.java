/** Log files: which ones the user means, their lines, and the Flink source that reads them. */
@NullMarked
package dev.highwater.connectors.file;

import org.jspecify.annotations.NullMarked;
