package dev.highwater.engine.spec;

import java.util.List;
import java.util.Map;

/** The lookups and subsearches that the notes of some examples describe in words. */
final class ExampleTables {

  private static final List<SpecSection> VENDORS =
      List.of(
          SpecSection.of(
              "rows events",
              List.of("_raw, product_id, v", "vendors,1,first", "vendors,1,second")));

  /** What the example has, and the index and source that its search asks for. */
  private static final List<SpecSection> ADDRESSES =
      List.of(
          SpecSection.of(
              "rows events",
              List.of(
                  "index, source, ip",
                  "main, data.csv, 1.2.3.4",
                  "main, data.csv, 5.6.7.8",
                  "main, data.csv, this.is.a.hostname",
                  "main, data.csv, this.is.another.hostname")));

  private static final Map<String, List<SpecSection>> BY_EXAMPLE =
      Map.of(
          "X-201",
          List.of(
              SpecSection.of(
                  "lookup ipv6test CIDR(ip)",
                  List.of("ip, expected", "2001:0db8:ffff:ffff:ffff:ffff:ffff:ff00/120,true"))),
          "X-202",
          List.of(SpecSection.of("lookup usertogroup", List.of("user, group", "bob, admins"))),
          "X-217",
          VENDORS,
          "X-218",
          VENDORS,
          "X-219",
          ADDRESSES,
          "X-220",
          ADDRESSES,
          "X-267",
          List.of(
              SpecSection.of(
                  "events",
                  List.of(
                      "tag, process, user, dest",
                      "process|report, rundll32.exe, Administrator, win"))),
          "X-268",
          List.of(
              SpecSection.of(
                  "rows events",
                  List.of(
                      "process_guid, action, process_name",
                      "{5F1D3C56-34D8-60B7-0100-00000000C601}, allowed, System"))));

  private ExampleTables() {}

  static List<SpecSection> of(String example) {
    return BY_EXAMPLE.getOrDefault(example, List.of());
  }

  /** The search of an example; three dots stand for a subsearch that its note describes. */
  static String search(String spl) {
    return spl.replace("[ ... ]", "[ search * ]");
  }
}
