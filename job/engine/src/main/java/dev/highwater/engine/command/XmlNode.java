package dev.highwater.engine.command;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An element of an XML text; names keep their prefixes.
 *
 * @param text what stands in the element itself, without its children
 * @param content the whole content, as it is written; of elements that have children
 */
record XmlNode(
    String name,
    Map<String, String> attributes,
    List<XmlNode> children,
    StringBuilder text,
    Content content) {

  /** Deeper ones are not read, nor what comes behind them (S-1323). */
  private static final int MOST_LEVELS = 1000;

  private XmlNode(String name, String source) {
    this(name, new LinkedHashMap<>(), new ArrayList<>(), new StringBuilder(), new Content(source));
  }

  /** A place in the text, so that nested elements do not hold copies of each other. */
  static final class Content {
    private final String source;
    private int start;
    private int end;

    private Content(String source) {
      this.source = source;
    }

    @Override
    public String toString() {
      return source.substring(start, end);
    }
  }

  /** A nameless element around what the text holds, as far as the text is XML. */
  static XmlNode readable(String source) {
    XmlNode root = new XmlNode("", source);
    try {
      XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(source));
      new Building(root, source).run(reader);
    } catch (XMLStreamException e) {
      return root; // what is cut or broken counts up to there
    }
    return root;
  }

  /** No document type, nothing from outside: an event is not to be trusted. */
  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    return factory;
  }

  private static final class Building {
    private final String source;
    private final Deque<XmlNode> open = new ArrayDeque<>();
    private final Deque<Integer> starts = new ArrayDeque<>();

    Building(XmlNode root, String source) {
      this.source = source;
      open.push(root);
    }

    void run(XMLStreamReader reader) throws XMLStreamException {
      while (reader.hasNext() && open.size() <= MOST_LEVELS) {
        switch (reader.next()) {
          case XMLStreamConstants.START_ELEMENT -> start(reader);
          case XMLStreamConstants.END_ELEMENT -> end(reader);
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
              open.element().text().append(reader.getText());
          default -> {
            // comments and processing instructions hold no values
          }
        }
      }
    }

    private void start(XMLStreamReader reader) {
      XmlNode node = new XmlNode(reader.getLocalName(), source);
      for (int i = 0; i < reader.getAttributeCount(); i++) {
        node.attributes().put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
      }
      open.element().children().add(node);
      open.push(node);
      starts.push(reader.getLocation().getCharacterOffset());
    }

    private void end(XMLStreamReader reader) {
      XmlNode node = open.pop();
      int start = starts.pop();
      int behind = Math.min(source.length(), reader.getLocation().getCharacterOffset());
      int end = source.lastIndexOf("</", behind - 1);
      if (!node.children().isEmpty() && start >= 0 && end > start) {
        node.content().start = start;
        node.content().end = end;
      }
    }
  }
}
