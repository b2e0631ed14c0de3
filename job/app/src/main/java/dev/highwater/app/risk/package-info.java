/** What a replay's risk comes to, for people and for programs. */
@NullMarked
package dev.highwater.app.risk;

import org.jspecify.annotations.NullMarked;
