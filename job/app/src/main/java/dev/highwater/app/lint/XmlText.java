package dev.highwater.app.lint;

import java.util.Map;

/** Reads the text of an XML element with the places of its characters: entities, CDATA sections. */
final class XmlText {

  private static final String CDATA = "<![CDATA[";
  private static final Map<String, Character> ENTITIES =
      Map.of("lt", '<', "gt", '>', "amp", '&', "quot", '"', "apos", '\'');

  private final String xml;
  private final MappedText.Writer out;
  private int at;

  private XmlText(String xml, int start, MappedText.Writer out) {
    this.xml = xml;
    this.at = start;
    this.out = out;
  }

  /**
   * The text of an element.
   *
   * @param start offset behind its start tag
   * @param expected the text, as the XML parser has it
   */
  static MappedText read(MappedText xml, int start, String expected) {
    XmlText text = new XmlText(xml.text(), start, xml.writer());
    text.read();
    return text.out.end(text.at, expected);
  }

  private void read() {
    while (at < xml.length()) {
      if (xml.startsWith(CDATA, at)) {
        at += CDATA.length();
        copyUpTo("]]>");
      } else if (xml.startsWith("<!--", at)) {
        at = behind("-->");
      } else if (xml.charAt(at) == '<') {
        return;
      } else if (xml.charAt(at) == '&') {
        entity();
      } else {
        copy();
      }
    }
  }

  private void copyUpTo(String end) {
    int stop = xml.indexOf(end, at);
    while (at < (stop < 0 ? xml.length() : stop)) {
      copy();
    }
    at = behind(end);
  }

  private int behind(String end) {
    int found = xml.indexOf(end, at);
    return found < 0 ? xml.length() : found + end.length();
  }

  /** Lines end with a line feed, whatever ends them in the file. */
  private void copy() {
    char c = xml.charAt(at);
    if (c != '\r') {
      out.add(c, at);
    } else if (!xml.startsWith("\n", at + 1)) {
      out.add('\n', at);
    }
    at++;
  }

  private void entity() {
    int end = xml.indexOf(';', at);
    String name = end < 0 ? "" : xml.substring(at + 1, end);
    for (char c : Character.toChars(meaning(name))) {
      out.add(c, at);
    }
    at = end < 0 ? xml.length() : end + 1;
  }

  private static int meaning(String name) {
    if (name.matches("#x[0-9a-fA-F]{1,6}")) {
      return Integer.parseInt(name.substring(2), 16);
    } else if (name.matches("#[0-9]{1,7}")) {
      return Integer.parseInt(name.substring(1));
    }
    return ENTITIES.getOrDefault(name, '?');
  }
}
