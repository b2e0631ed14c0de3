package dev.highwater.engine.addon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.plan.FixedLookups;
import dev.highwater.engine.plan.MacroDefinition;
import dev.highwater.engine.plan.MacroLibrary;
import dev.highwater.engine.spl.SplSources;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** S-662, S-1300: event types and tags as files have them. */
class EventTypeReaderTest {

  private static final MacroLibrary MACROS =
      new MacroLibrary() {
        @Override
        public @Nullable MacroDefinition macro(String name, int argumentCount) {
          return name.equals("logins")
              ? new MacroDefinition(name, List.of(), SplSources.of("<m>", "a=1 OR a=2"), false)
              : null;
        }

        @Override
        public Set<String> signatures() {
          return Set.of("logins");
        }
      };

  @Test
  void anEventTypeMayNameMacrosAndMayBeOff() {
    AddOnLibrary library =
        library(
            """
            [login]
            search = sourcetype=ST (`logins`)
            [off]
            search = a=*
            disabled = 1
            [on]
            search = a=*
            disabled = false
            """,
            "[eventtype=login]\nauthentication = Enabled\n");

    assertThat(library.problems()).isEmpty();
    assertThat(AddOns.show(AddOns.at(library, "a=2"), "eventtype", "tag"))
        .isEqualTo("eventtype=login\non tag=authentication");
  }

  @Test
  void whatCannotBeUsedIsSaidAndLeftOut() {
    AddOnLibrary library =
        library(
            """
            [piped]
            search = a=1 | head 1
            [unknown]
            search = `nowhere` a=1
            [fine]
            search = a=1
            """,
            """
            [eventtype=piped]
            x = enabled
            [host]
            x = enabled
            [eventtype=fine]
            y = enabled
            [a=1]
            z = enabled
            """);

    assertThat(library.problems())
        .extracting(each -> each.render().lines().findFirst().orElse(""))
        .containsExactly(
            "eventtypes.conf:2:16: an event type is a search without commands",
            "eventtypes.conf:4:10: unknown macro `nowhere`",
            "tags.conf:2:5: warning: there is no event type 'piped'",
            "tags.conf:4:5: expected [field=value], not [host]");
    assertThat(AddOns.show(AddOns.at(library, "a=1"), "eventtype", "tag"))
        .isEqualTo("eventtype=fine tag=y\nz");
  }

  private static AddOnLibrary library(String eventTypes, String tags) {
    AddOn addOn =
        new AddOn(
            "test",
            Map.of(),
            Map.of(),
            ConfFile.parse("eventtypes.conf", eventTypes),
            ConfFile.parse("tags.conf", tags));
    return new AddOnLibrary(
        AddOnLayers.of(List.of(addOn)), ZoneOffset.UTC, FixedLookups.NONE, MACROS);
  }
}
