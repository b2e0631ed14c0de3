package dev.highwater.app.verify;

import dev.highwater.engine.verify.TestStatus;
import java.nio.charset.StandardCharsets;

/** How many tests passed, as a small picture (SVG). */
final class Badge {

  private static final String PICTURE =
      """
      <svg xmlns="http://www.w3.org/2000/svg" width="190" height="20" role="img" aria-label="%1$s">
      <title>%1$s</title>
      <rect width="190" height="20" rx="3" fill="#555"/>
      <rect x="100" width="90" height="20" rx="3" fill="%3$s"/>
      <g fill="#fff" font-family="Verdana,sans-serif" font-size="11">
      <text x="8" y="14">detection tests</text>
      <text x="108" y="14">%2$s</text>
      </g>
      </svg>
      """;

  private Badge() {}

  /** The picture in UTF-8: passed of those that ran. */
  static byte[] of(TestReport report) {
    long passed = report.count(TestStatus.PASSED);
    long ran = passed + report.count(TestStatus.FAILED) + report.count(TestStatus.ERROR);
    String words = passed + " of " + ran;
    String color = report.hasFailed() ? "#c9372c" : "#1f845a";
    return PICTURE
        .formatted("detection tests: " + words + " passed", words, color)
        .getBytes(StandardCharsets.UTF_8);
  }
}
