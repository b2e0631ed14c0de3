/** Tests of what a job's state outlives. */
@NullMarked
package dev.highwater.app.savepoint;

import org.jspecify.annotations.NullMarked;
