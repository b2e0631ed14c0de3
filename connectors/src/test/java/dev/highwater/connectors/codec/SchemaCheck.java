package dev.highwater.connectors.codec;

import dev.highwater.engine.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Holds JSON objects to a table of attributes, whose own head says how it is read. */
final class SchemaCheck {

  private static final String OTHER = "99";

  private final Map<String, Map<String, Attribute>> objects = new LinkedHashMap<>();

  private record Attribute(boolean isRequired, String type, List<String> rest) {

    private @Nullable String captionOf(String number) {
      return rest.stream()
          .filter(value -> value.startsWith(number + "="))
          .map(value -> value.substring(number.length() + 1).replace('_', ' '))
          .findFirst()
          .orElse(null);
    }
  }

  /** The table of that name among the tests' resources. */
  static SchemaCheck of(String name) throws IOException {
    SchemaCheck check = new SchemaCheck();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(SchemaCheck.class.getResourceAsStream(name)),
                StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          List<String> words = List.of(line.split(" ", -1));
          check
              .objects
              .computeIfAbsent(words.get(0), key -> new LinkedHashMap<>())
              .put(
                  words.get(1),
                  new Attribute(
                      words.get(2).equals("required"),
                      words.get(3),
                      words.subList(4, words.size())));
        }
      }
    }
    return check;
  }

  /** What is wrong with an object, each with its path; empty when all is well. */
  List<String> faults(String object, Json json) {
    List<String> faults = new ArrayList<>();
    check(object, json, object, faults);
    return faults;
  }

  private void check(String object, Json json, String path, List<String> faults) {
    if (!(json instanceof Json.Members members)) {
      faults.add(path + " is no object");
      return;
    }
    Map<String, Attribute> attributes = Objects.requireNonNull(objects.get(object), object);
    attributes.forEach(
        (name, attribute) -> {
          if (attribute.isRequired() && !members.byName().containsKey(name)) {
            faults.add(path + "." + name + " is missing");
          }
        });
    members
        .byName()
        .forEach(
            (name, value) -> {
              Attribute attribute = attributes.get(name);
              if (attribute == null) {
                faults.add(path + "." + name + " is unknown");
              } else {
                check(attribute, attributes, members, value, path + "." + name, faults);
              }
            });
  }

  private void check(
      Attribute attribute,
      Map<String, Attribute> siblings,
      Json.Members members,
      Json value,
      String path,
      List<String> faults) {
    switch (attribute.type()) {
      case "json" -> {}
      case "string" -> expect(value instanceof Json.Text, path + " is no text", faults);
      case "boolean" -> expect(value instanceof Json.Truth, path + " is no boolean", faults);
      case "integer", "timestamp" ->
          expect(isInteger(value), path + " is no integer: " + value.fieldText(), faults);
      case "enum" ->
          expect(
              isInteger(value) && attribute.captionOf(text(value)) != null,
              path + " cannot be " + value.fieldText(),
              faults);
      case "caption" -> {
        String sibling = attribute.rest().get(0);
        String number = text(members.byName().get(sibling));
        String caption = Objects.requireNonNull(siblings.get(sibling)).captionOf(number);
        expect(
            value instanceof Json.Text && (number.equals(OTHER) || text(value).equals(caption)),
            path + " of " + number + " cannot be " + value.fieldText(),
            faults);
      }
      case "list" -> checkList(attribute.rest().get(0), value, path, faults);
      default -> check(attribute.type(), value, path, faults);
    }
  }

  private void checkList(String object, Json value, String path, List<String> faults) {
    if (value instanceof Json.Items items) {
      for (int i = 0; i < items.list().size(); i++) {
        check(object, items.list().get(i), path + "[" + i + "]", faults);
      }
    } else {
      faults.add(path + " is no array");
    }
  }

  private static String text(@Nullable Json value) {
    return String.valueOf(value == null ? null : value.fieldText());
  }

  private static boolean isInteger(Json value) {
    return value instanceof Json.Numeral number && number.text().matches("-?[0-9]+");
  }

  private static void expect(boolean holds, String fault, List<String> faults) {
    if (!holds) {
      faults.add(fault);
    }
  }
}
