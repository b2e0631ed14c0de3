package dev.highwater.engine.command;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** XPath expressions over texts of XML. */
final class XmlPath {

  /** A text that is nested deeper holds nothing (S-1323). */
  private static final String MOST_LEVELS = "1000";

  private XmlPath() {}

  static boolean isValid(String expression) {
    try {
      XPathFactory.newDefaultInstance().newXPath().compile(expression);
      return true;
    } catch (XPathExpressionException e) {
      return false;
    }
  }

  /** The texts of the nodes that are found, or the one value that the expression has; else none. */
  static List<String> find(String expression, String xml) {
    Document document = document(xml);
    if (document == null) {
      return List.of();
    }
    javax.xml.xpath.XPath paths = XPathFactory.newDefaultInstance().newXPath();
    List<String> found = new ArrayList<>();
    try {
      NodeList nodes = (NodeList) paths.evaluate(expression, document, XPathConstants.NODESET);
      for (int i = 0; i < nodes.getLength(); i++) {
        found.add(nodes.item(i).getTextContent());
      }
    } catch (XPathExpressionException e) {
      found.addAll(value(paths, expression, document)); // it gives no nodes
    }
    return found;
  }

  private static List<String> value(
      javax.xml.xpath.XPath paths, String expression, Document document) {
    try {
      return List.of(paths.evaluate(expression, document));
    } catch (XPathExpressionException e) {
      return List.of(); // it cannot be worked out for this text
    }
  }

  private static @Nullable Document document(String xml) {
    try {
      DocumentBuilder builder = factory().newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler()); // else the parser prints what it finds
      return builder.parse(new InputSource(new StringReader(xml)));
    } catch (SAXException e) {
      return null;
    } catch (ParserConfigurationException | IOException e) {
      throw new IllegalStateException("Cannot parse XML in memory", e);
    }
  }

  /** No document type, nothing from outside: an event is not to be trusted. */
  private static DocumentBuilderFactory factory() throws ParserConfigurationException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    factory.setAttribute("http://www.oracle.com/xml/jaxp/properties/maxElementDepth", MOST_LEVELS);
    return factory;
  }
}
