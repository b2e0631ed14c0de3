/** What the proofs of deploy/bin ask a broker: programs, run by hand. */
package dev.highwater.bench.live;
