package dev.highwater.engine.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page of job/docs that lists texts of the corpus: sections, and ids in each. */
final class ConformancePage {

  private static final Pattern HEADING = Pattern.compile("(?m)^(?=##)");
  private static final Pattern ID = Pattern.compile("\\b[0-9a-f]{12}\\b");
  private static final Pattern COUNT = Pattern.compile("(?m)^([0-9,]+) texts?\\.$");

  private final List<Section> sections = new ArrayList<>();
  private final String text;

  /** What stands under one heading, up to the next of any rank. */
  record Section(String part, String title, String text) {

    List<String> ids() {
      return ID.matcher(text).results().map(match -> match.group()).toList();
    }

    /** The number that the section gives for its ids; -1 where it gives none. */
    int count() {
      Matcher matcher = COUNT.matcher(text);
      return matcher.find() ? Integer.parseInt(matcher.group(1).replace(",", "")) : -1;
    }
  }

  private ConformancePage(String text) {
    this.text = text;
    String part = "";
    for (String each : HEADING.splitAsStream(text).toList()) {
      String title = each.lines().findFirst().orElse("");
      part = title.startsWith("## ") ? title.substring(3) : part;
      sections.add(new Section(part, title, each));
    }
  }

  static ConformancePage read(String name) throws IOException {
    return new ConformancePage(Files.readString(Path.of("..", "docs", name)));
  }

  /** The page with every run of white space as one blank. */
  String words() {
    return text.replaceAll("\\s+", " ");
  }

  List<Section> sections() {
    return sections;
  }

  /** The ids below a heading of the second rank. */
  List<String> idsOf(String part) {
    return sections.stream()
        .filter(section -> section.part().equals(part))
        .flatMap(section -> section.ids().stream())
        .toList();
  }

  /** All ids. */
  List<String> ids() {
    return sections.stream().flatMap(section -> section.ids().stream()).toList();
  }

  /** A number as the pages write it. */
  static String number(int number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
