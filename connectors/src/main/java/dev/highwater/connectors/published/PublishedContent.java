package dev.highwater.connectors.published;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files of one body of content as somebody has published them.
 *
 * @param from where they come from, as messages name it, with a final {@code /}
 * @param files by their paths inside the content, with {@code /}
 * @param effectiveMillis event time before which it is not to be in force; {@code Long.MIN_VALUE}
 *     for as soon as it can
 * @param finishes whether what ends does the runs that nothing else does
 */
public record PublishedContent(
    String from, SortedMap<String, byte[]> files, long effectiveMillis, boolean finishes) {

  public PublishedContent {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }
}
