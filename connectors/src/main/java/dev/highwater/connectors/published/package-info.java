/** Content that is given to running jobs: files, and where they come from. */
@NullMarked
package dev.highwater.connectors.published;

import org.jspecify.annotations.NullMarked;
