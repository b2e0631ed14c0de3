package dev.highwater.engine.addon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.plan.FixedLookups;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The lookups that add-ons bring themselves (S-1400). */
class ShippedLookupsTest {

  private static final Map<String, ConfStanza> TRANSFORMS =
      ConfFile.parse("transforms.conf", "[codes]\nfilename = c.csv\n[other]\nREGEX = (?<a>x)\n");

  private static FixedLookups lookups(String rows) {
    ShippedLookups lookups = new ShippedLookups();
    lookups.add(TRANSFORMS, Map.of("lookups/c.csv", "code,text\n" + rows)::get);
    return lookups;
  }

  private static String textOf(FixedLookups lookups) {
    AddOn addOn =
        new AddOn(
            "test",
            ConfFile.parse("props.conf", "[st]\nLOOKUP-a = codes code AS n OUTPUT text\n"),
            TRANSFORMS,
            Map.of(),
            Map.of());
    AddOnLibrary library = new AddOnLibrary(List.of(addOn), ZoneOffset.UTC, lookups);
    return AddOns.show(AddOns.at(library, "n=1"), "text");
  }

  @Test
  void areTheFilesThatTransformsName() {
    assertThat(textOf(lookups("1,\"one, or more\"\n2,two\n"))).isEqualTo("text=one, or more");
  }

  @Test
  void contentHoldsOverThem() {
    assertThat(textOf(lookups("1,content\n").or(lookups("1,add-on\n")))).isEqualTo("text=content");
    assertThat(textOf(FixedLookups.NONE.or(lookups("1,add-on\n")))).isEqualTo("text=add-on");
  }
}
