/** Benchmarks, run by hand: they measure, and assert nothing. */
package dev.highwater.bench;
