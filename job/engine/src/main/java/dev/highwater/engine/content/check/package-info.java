/** Whether content is written as its build asks for it: one class for each check, and a list. */
@NullMarked
package dev.highwater.engine.content.check;

import org.jspecify.annotations.NullMarked;
