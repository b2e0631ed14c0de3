/** A client of Splunk's HTTP event collector. */
@NullMarked
package dev.highwater.connectors.hec;

import org.jspecify.annotations.NullMarked;
