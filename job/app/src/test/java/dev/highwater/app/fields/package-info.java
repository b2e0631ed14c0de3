/** Tests of fields against what content says of its sources. */
@NullMarked
package dev.highwater.app.fields;

import org.jspecify.annotations.NullMarked;
