/** Random searches, which mean the same to everything that runs them. */
@NullMarked
package dev.highwater.app.agreement;

import org.jspecify.annotations.NullMarked;
