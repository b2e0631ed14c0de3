package dev.highwater.app.lint;

import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.SourceSpan;
import dev.highwater.engine.spl.SplException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Finds the searches of a dashboard in Simple XML: the {@code query} of each {@code search}; one
 * with a {@code base} goes on with the rows of another. The {@code definition} of a newer dashboard
 * is JSON.
 */
final class DashboardXml {

  private static final Pattern ROOT = Pattern.compile("<(dashboard|form|view)[\\s>]");

  private static final String REASON = "Message: ";

  /** Where searches stood before there was {@code search}. */
  private static final Set<String> OLD_PLACES =
      Set.of("searchString", "searchTemplate", "searchPostProcess");

  private final String file;
  private final MappedText xml;
  private final List<LintTarget> searches = new ArrayList<>();
  private final Deque<Boolean> continuations = new ArrayDeque<>();

  private DashboardXml(String file, MappedText xml) {
    this.file = file;
    this.xml = xml;
  }

  /** Whether the text may be a dashboard. */
  static boolean isDashboard(String text) {
    return ROOT.matcher(text).find();
  }

  /**
   * Its searches, in order. Nothing outside of the text is read, whatever it names.
   *
   * @throws SplException when it is no XML
   */
  static List<LintTarget> read(String file, String text) {
    DashboardXml reader = new DashboardXml(file, MappedText.of(file, text));
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      XMLStreamReader parser = factory.createXMLStreamReader(new StringReader(text));
      while (parser.hasNext()) {
        reader.event(parser.next(), parser);
      }
    } catch (XMLStreamException e) {
      throw reader.fault(e);
    }
    return reader.searches;
  }

  private void event(int event, XMLStreamReader parser) throws XMLStreamException {
    if (event == XMLStreamConstants.END_ELEMENT && parser.getLocalName().equals("search")) {
      continuations.pop();
    } else if (event == XMLStreamConstants.START_ELEMENT) {
      start(parser.getLocalName(), parser);
    }
  }

  private void start(String element, XMLStreamReader parser) throws XMLStreamException {
    boolean isOld = OLD_PLACES.contains(element);
    if (element.equals("search")) {
      continuations.push(parser.getAttributeValue(null, "base") != null);
    } else if (element.equals("definition")) {
      MappedText definition = content(parser);
      if (DashboardJson.isDashboard(definition.text())) {
        searches.addAll(DashboardJson.read(file, definition));
      }
    } else if (isOld || (element.equals("query") && !continuations.isEmpty())) {
      boolean isContinuation =
          isOld ? element.equals("searchPostProcess") : Boolean.TRUE.equals(continuations.peek());
      int line = parser.getLocation().getLineNumber();
      MappedText query = content(parser);
      if (!query.text().isBlank()) {
        searches.add(
            new DashboardSearch(
                "search at line " + line, file, query.source(), isContinuation, isOld));
      }
    }
  }

  /** The text of the element that has just begun, read again with the places of its characters. */
  private MappedText content(XMLStreamReader parser) throws XMLStreamException {
    int start = parser.getLocation().getCharacterOffset();
    String expected = parser.getElementText();
    return XmlText.read(xml, start, expected);
  }

  private SplException fault(XMLStreamException e) {
    int at = e.getLocation() == null ? 0 : e.getLocation().getCharacterOffset();
    int offset = Math.max(0, Math.min(at, xml.text().length()));
    String message = String.valueOf(e.getMessage()); // two lines: the place, then what it is about
    int mark = message.indexOf(REASON);
    String reason = mark < 0 ? message : message.substring(mark + REASON.length());
    return new SplException(
        Diagnostic.error(new SourceSpan(xml.source(), offset, offset), "is not XML: " + reason));
  }
}
