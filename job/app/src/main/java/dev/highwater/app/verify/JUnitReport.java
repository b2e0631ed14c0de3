package dev.highwater.app.verify;

import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.verify.TestResult;
import dev.highwater.engine.verify.TestStatus;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A report as JUnit's XML, for CI servers: a suite, and a case for each test. */
final class JUnitReport {

  private final XMLStreamWriter xml;

  private JUnitReport(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /** The document in UTF-8. */
  static byte[] of(TestReport report) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newInstance()
              .createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
      new JUnitReport(xml).write(report);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("Memory cannot be written to", e);
    }
    return bytes.toByteArray();
  }

  private void write(TestReport report) throws XMLStreamException {
    xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
    xml.writeStartElement("testsuite");
    attribute("name", "highwater");
    attribute("tests", Integer.toString(report.results().size() + report.problems().size()));
    attribute("failures", Long.toString(report.count(TestStatus.FAILED)));
    attribute("errors", Long.toString(report.count(TestStatus.ERROR) + report.problems().size()));
    attribute(
        "skipped",
        Long.toString(report.count(TestStatus.SKIPPED) + report.count(TestStatus.NO_DATA)));
    attribute("time", String.format(Locale.ROOT, "%.3f", report.seconds()));
    for (Diagnostic problem : report.problems()) {
      write(problem);
    }
    for (TestResult result : report.results()) {
      write(result);
    }
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void write(Diagnostic problem) throws XMLStreamException {
    xml.writeStartElement("testcase");
    attribute("classname", "content");
    attribute("name", problem.location().file());
    attribute("file", problem.location().file());
    attribute("time", "0");
    xml.writeStartElement("error");
    attribute("message", problem.location().display() + ": " + problem.message());
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void write(TestResult result) throws XMLStreamException {
    xml.writeStartElement("testcase");
    attribute("classname", result.test().detection().name());
    attribute("name", result.test().testCase().name());
    attribute("file", result.test().detection().file());
    attribute("time", "0");
    switch (result.status()) {
      case FAILED -> outcome("failure", result);
      case ERROR -> outcome("error", result);
      case NO_DATA, SKIPPED -> outcome("skipped", result);
      case PASSED -> {}
    }
    xml.writeEndElement();
  }

  private void outcome(String element, TestResult result) throws XMLStreamException {
    xml.writeStartElement(element);
    String prefix = result.status() == TestStatus.NO_DATA ? "no data: " : "";
    attribute("message", prefix + result.verdict().reason());
    xml.writeEndElement();
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, XmlCharacters.valid(value));
  }
}
