/** Makes logs for samples and benchmarks: no data of anybody, the same bytes for the same seed. */
@NullMarked
package dev.highwater.app.generate;

import org.jspecify.annotations.NullMarked;
