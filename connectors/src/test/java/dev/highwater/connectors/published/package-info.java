/** Tests of published content. */
@NullMarked
package dev.highwater.connectors.published;

import org.jspecify.annotations.NullMarked;
