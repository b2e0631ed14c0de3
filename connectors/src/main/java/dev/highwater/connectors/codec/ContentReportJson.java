package dev.highwater.connectors.codec;

import dev.highwater.engine.detect.ContentReport;
import java.util.Locale;

/** What became of content that was offered to a running job, as lines of JSON. */
public final class ContentReportJson {

  private ContentReportJson() {}

  /** One object and a line feed, in UTF-8; {@code effective_time} where anything begins then. */
  public static byte[] line(ContentReport report) {
    return JsonLine.of(
        line -> {
          line.text("content_revision", report.revision())
              .text("status", report.status().name().toLowerCase(Locale.ROOT))
              .number("number", report.number())
              .text("from", report.from());
          if (report.effectiveMillis() != Long.MIN_VALUE) {
            line.time("effective_time", report.effectiveMillis());
          }
          line.texts("added", report.added())
              .texts("changed", report.changed())
              .texts("removed", report.removed())
              .texts("kept", report.kept())
              .texts("problems", report.problems());
        });
  }
}
