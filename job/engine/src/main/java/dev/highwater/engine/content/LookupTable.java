package dev.highwater.engine.content;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The file of a lookup, which is read when it is asked for. */
public record LookupTable(ContentFolder folder, String path) {

  /** The whole file. */
  public String text() throws IOException {
    return folder.text(path);
  }

  /** The names of the fields: the first record of the CSV file. */
  public List<String> header() throws IOException {
    String text = text();
    List<String> names = new ArrayList<>();
    StringBuilder name = new StringBuilder();
    boolean isQuoted = false;
    // Files of content start with a byte order mark now and then.
    for (int at = text.startsWith("\uFEFF") ? 1 : 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"') {
        boolean isDoubled = isQuoted && text.startsWith("\"\"", at);
        isQuoted = isDoubled || !isQuoted;
        if (isDoubled) {
          name.append(c);
          at++;
        }
      } else if (isQuoted || (c != ',' && c != '\r' && c != '\n')) {
        name.append(c);
      } else if (c == ',') {
        names.add(name.toString());
        name.setLength(0);
      } else {
        break;
      }
    }
    names.add(name.toString());
    return List.copyOf(names);
  }
}
