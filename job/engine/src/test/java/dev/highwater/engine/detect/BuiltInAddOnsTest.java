package dev.highwater.engine.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.addon.AddOn;
import dev.highwater.engine.addon.AddOnLayers;
import dev.highwater.engine.addon.AddOnReader;
import dev.highwater.engine.addon.ConfSetting;
import dev.highwater.engine.addon.ConfStanza;
import dev.highwater.engine.addon.InstalledApps;
import dev.highwater.engine.content.ContentPack;
import dev.highwater.engine.spl.Diagnostic;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The add-ons that come with Highwater are whole: what they name is there, and all of it is used.
 */
class BuiltInAddOnsTest {

  private final List<AddOn> addOns = AddOnReader.builtIn();

  @Test
  void everySettingEventTypeAndTagCanBeUsed() {
    Knowledge knowledge = Knowledge.of(ContentPack.builtIn(), ZoneOffset.UTC);

    assertThat(knowledge.appProblems()).extracting(Diagnostic::render).isEmpty();
  }

  @Test
  void everyTransformIsUsed() {
    for (AddOn addOn : addOns) {
      Set<String> named = new TreeSet<>();
      settings(addOn.props())
          .filter(setting -> setting.key().matches("(REPORT|LOOKUP|TRANSFORMS)-.*"))
          .forEach(setting -> named.addAll(List.of(setting.value().split("[,\\s]+"))));

      assertThat(named).as(addOn.name()).containsAll(addOn.transforms().keySet());
    }
  }

  @Test
  void everyTableOfALookupIsThere() {
    List<String> missing = new ArrayList<>();
    AddOnLayers.of(InstalledApps.NONE)
        .lookups()
        .forEach(
            (name, lookup) -> {
              String file = lookup.stanza().value("filename");
              if (file != null && lookup.files().text(file) == null) {
                missing.add(name + ": " + file);
              }
            });
    assertThat(missing).isEmpty();
  }

  /** A sourcetype of one add-on is not that of another, nor is an event type. */
  @Test
  void noTwoSayTheSame() {
    Set<String> seen = new TreeSet<>();
    List<String> again = new ArrayList<>();
    for (AddOn addOn : addOns) {
      addOn.eventTypes().keySet().forEach(name -> note("eventtype " + name, seen, again));
      addOn.props().values().stream()
          .flatMap(stanza -> stanza.settings().values().stream())
          .forEach(setting -> note("props " + setting.stanza() + " " + setting.key(), seen, again));
    }
    assertThat(again).isEmpty();
  }

  private static void note(String name, Set<String> seen, List<String> again) {
    if (!seen.add(name)) {
      again.add(name);
    }
  }

  private static Stream<ConfSetting> settings(Map<String, ConfStanza> stanzas) {
    return stanzas.values().stream().flatMap(stanza -> stanza.settings().values().stream());
  }
}
