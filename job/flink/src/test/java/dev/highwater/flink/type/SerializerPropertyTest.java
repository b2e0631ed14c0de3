package dev.highwater.flink.type;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.detect.GroupSlice;
import dev.highwater.engine.detect.Ledger;
import dev.highwater.engine.detect.Outcome;
import dev.highwater.engine.detect.RoutedGroup;
import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.finding.Finding;
import dev.highwater.engine.plan.LookupTable;
import java.io.IOException;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

class SerializerPropertyTest {

  private static final int TRIES = 500;

  @Provide
  Arbitrary<GroupSlice> groupSlices() {
    return EngineValues.groupSlices();
  }

  @Provide
  Arbitrary<List<@Nullable FieldValue>> partials() {
    return EngineValues.partials();
  }

  @Provide
  Arbitrary<RoutedGroup> routedGroups() {
    return EngineValues.routedGroups();
  }

  @Provide
  Arbitrary<LookupTable> lookupTables() {
    return EngineValues.lookupTables();
  }

  @Provide
  Arbitrary<Finding> findings() {
    return EngineValues.findings();
  }

  @Provide
  Arbitrary<Outcome> outcomes() {
    return EngineValues.outcomes();
  }

  @Provide
  Arbitrary<Ledger> ledgers() {
    return EngineValues.ledgers();
  }

  @Property(tries = TRIES)
  void groupSlicesComeBack(@ForAll("groupSlices") GroupSlice value) throws IOException {
    assertThat(RoundTrip.of(new GroupSliceSerializer(), value)).isEqualTo(value);
  }

  @Property(tries = TRIES)
  void partialsComeBackWithTheirNulls(@ForAll("partials") List<@Nullable FieldValue> value)
      throws IOException {
    assertThat(RoundTrip.of(new PartialsSerializer(), value)).isEqualTo(value);
  }

  @Property(tries = TRIES)
  void routedGroupsComeBack(@ForAll("routedGroups") RoutedGroup value) throws IOException {
    assertThat(RoundTrip.of(new RoutedGroupSerializer(), value)).isEqualTo(value);
  }

  @Property(tries = TRIES)
  void lookupTablesComeBack(@ForAll("lookupTables") LookupTable value) throws IOException {
    assertThat(RoundTrip.of(new LookupTableSerializer(), value)).isEqualTo(value);
  }

  @Property(tries = TRIES)
  void scheduledRunsComeBack(@ForAll String detection, @ForAll long scheduled) throws IOException {
    ScheduledRun value = new ScheduledRun(detection, scheduled);
    assertThat(RoundTrip.of(new ScheduledRunSerializer(), value)).isEqualTo(value);
  }

  @Property(tries = TRIES)
  void findingsComeBackWithTheirFieldsInOrder(@ForAll("findings") Finding value)
      throws IOException {
    Finding read = RoundTrip.of(new FindingSerializer(), value);

    assertThat(read).isEqualTo(value);
    assertThat(read.row().names()).containsExactlyElementsOf(value.row().names());
  }

  @Property(tries = TRIES)
  void whatIsCarriedComesBack(@ForAll("findings") Finding finding, @ForAll byte[] content)
      throws IOException {
    var findings = new CarriedSerializer<>(new FindingSerializer());
    Carried<Finding> change = new Carried.Change<>("key", new ContentChange(7, content));
    assertThat(RoundTrip.of(findings, Carried.of(finding))).isEqualTo(Carried.of(finding));
    assertThat(RoundTrip.of(findings, change)).isEqualTo(change);
    ScopedFinding scoped = new ScopedFinding("scope", finding);
    assertThat(RoundTrip.of(new ScopedFindingSerializer(), scoped)).isEqualTo(scoped);
  }

  @Property(tries = TRIES)
  void outcomesComeBack(@ForAll("outcomes") Outcome value) throws IOException {
    assertThat(RoundTrip.of(new OutcomeSerializer(), value)).isEqualTo(value);
  }

  @Property(tries = TRIES)
  void ledgersComeBack(@ForAll("ledgers") Ledger value) throws IOException {
    LedgerSerializer serializer = new LedgerSerializer();
    byte[] written = RoundTrip.bytes(serializer, value);

    assertThat(RoundTrip.bytes(serializer, RoundTrip.of(serializer, value))).isEqualTo(written);
    assertThat(
            RoundTrip.bytes(
                new OutcomeSerializer(),
                RoundTrip.of(new OutcomeSerializer(), new Outcome.Counted(value))))
        .isEqualTo(RoundTrip.bytes(new OutcomeSerializer(), new Outcome.Counted(value)));
  }
}
