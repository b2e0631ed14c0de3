package dev.highwater.app.verify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A report as one page that needs no network. */
final class HtmlReport {

  private static final String PLACE = "/*REPORT*/";

  private HtmlReport() {}

  /** The page in UTF-8, with the whole report as JSON in it. */
  static byte[] of(TestReport report) {
    String json = new String(TestReportJson.of(report), StandardCharsets.UTF_8).strip();
    // In a script element only these could end it or begin a comment.
    String inert = json.replace("<", "\\u003c");
    return page().replace(PLACE, inert).getBytes(StandardCharsets.UTF_8);
  }

  private static String page() {
    try (InputStream in =
        Objects.requireNonNull(HtmlReport.class.getResourceAsStream("report.html"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the page of the report", e);
    }
  }
}
