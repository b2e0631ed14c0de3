package dev.highwater.engine.cim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.addon.AddOn;
import dev.highwater.engine.addon.AddOnLibrary;
import dev.highwater.engine.addon.ConfFile;
import dev.highwater.engine.addon.EventFields;
import dev.highwater.engine.addon.KnowledgeExpander;
import dev.highwater.engine.compile.SearchExpressionCompiler;
import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.event.RawEvent;
import dev.highwater.engine.plan.FixedLookups;
import dev.highwater.engine.plan.RowPredicate;
import dev.highwater.engine.plan.RunContext;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** With the tags of add-ons: S-500, S-1061. */
class MembershipTest {

  private static final AddOnLibrary ADD_ONS =
      new AddOnLibrary(
          List.of(
              new AddOn(
                  "test",
                  ConfFile.parse(
                      "props.conf",
                      "[st]\nEXTRACT-f = action=(?<action>\\S+)\n[other]\nEVAL-action = \"got\"\n"),
                  Map.of(),
                  ConfFile.parse(
                      "eventtypes.conf",
                      "[any]\nsearch = sourcetype=st\n[seen]\nsearch = action=*\n"),
                  ConfFile.parse(
                      "tags.conf",
                      "[eventtype=any]\nauthentication = enabled\n[eventtype=seen]\ndefault = enabled\n"))),
          ZoneOffset.UTC);

  private static final DataModels MODELS =
      DataModels.builtIn(DataModels.withIndexMacros(TestModels.NO_MACROS), FixedLookups.NONE);

  /** Event types see the event as it is, other conditions what the parent calculates. */
  @Test
  void tagsMeanTheEventAsItIs() {
    Dataset unknown =
        TestModels.dataset(
            TestModels.of(
                "M",
                """
                {"modelName": "M", "objects": [
                  {"objectName": "R", "parentName": "BaseEvent",
                   "constraints": [{"search": "tag=authentication"}],
                   "calculations": [{"calculationType": "Eval",
                     "outputFields": [{"fieldName": "action"}],
                     "expression": "coalesce(action,\\"unknown\\")"}]},
                  {"objectName": "C", "parentName": "R",
                   "constraints": [{"search": "action=unknown NOT tag=default"}]}]}
                """),
            "M",
            "C");
    assertThat(isMember(unknown, "st", "nothing")).isTrue();
    assertThat(isMember(unknown, "st", "action=unknown")).isFalse();
    assertThat(isMember(unknown, "st", "action=x")).isFalse();
  }

  @Test
  void whatTheSourceDecidesIsDecided() {
    Dataset failed = TestModels.dataset(MODELS, "Authentication", "Failed_Authentication");
    assertThat(membership("other", "x").of(failed)).isSameAs(RowPredicate.NEVER);
    assertThat(isMember(failed, "st", "action=failure")).isTrue();
    assertThat(isMember(failed, "st", "action=success")).isFalse();
  }

  private static boolean isMember(Dataset dataset, String sourcetype, String text) {
    EventFields event = event(sourcetype, text);
    return membership(event, sourcetype).of(dataset).matches(event);
  }

  private static Membership membership(String sourcetype, String text) {
    return membership(event(sourcetype, text), sourcetype);
  }

  private static Membership membership(EventFields event, String sourcetype) {
    return new Membership(
        event,
        RunContext.BEFORE_RUN,
        constraint ->
            SearchExpressionCompiler.compile(
                new KnowledgeExpander(ADD_ONS).expand(constraint), origin(sourcetype)::field));
  }

  private static EventFields event(String sourcetype, String text) {
    EventFields event = ADD_ONS.fieldsOf(origin(sourcetype));
    event.moveTo(RawEvent.of(origin(sourcetype), 0, text), 1_000);
    return event;
  }

  private static EventOrigin origin(String sourcetype) {
    return new EventOrigin("in", "h", "s", sourcetype, "main");
  }
}
