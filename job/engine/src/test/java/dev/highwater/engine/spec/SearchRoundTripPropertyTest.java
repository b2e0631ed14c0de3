package dev.highwater.engine.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.command.Commands;
import dev.highwater.engine.compile.RoundTrip;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.spl.SplSource;
import dev.highwater.engine.spl.SplSources;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever search is written: what is printed of it is the same search. */
class SearchRoundTripPropertyTest {

  private static final Pattern COMMAND = Pattern.compile("[|\\[]\\s*([a-z]+)");

  private final SearchGrammar grammar = SearchTexts.grammar();
  private final RoundTrip trip = new RoundTrip(SearchTexts.compiler()::searchStages);

  @Property
  void aPlanReadsBackFromItsSpl(@ForAll("searches") String text) {
    Optional<List<Stage>> stages = trip.stages(SplSources.of("<search>", text));
    Assume.that(stages.isPresent());
    assertThat(trip.loss(stages.orElseThrow())).isEmpty();
  }

  @Property
  void aLayoutIsTheSameSearch(@ForAll("searches") String text) {
    SplSource source = SplSources.of("<search>", text);
    Optional<List<Stage>> stages = trip.stages(source);
    Assume.that(stages.isPresent());
    assertThat(trip.lossOfLayout(source, stages.orElseThrow())).isEmpty();
  }

  @Provide
  Arbitrary<String> searches() {
    return Arbitraries.randomValue(random -> grammar.text("search", random));
  }

  @Example
  void theGrammarKnowsTheCommands() {
    Random random = new Random(1);
    Set<String> written = new TreeSet<>();
    for (int i = 0; i < 3000; i++) {
      String text = grammar.text("search", random);
      if (trip.stages(SplSources.of("<search>", text)).isPresent()) {
        COMMAND.matcher(text).results().map(command -> command.group(1)).forEach(written::add);
      }
    }
    assertThat(written).containsAll(Commands.byName().keySet());
  }
}
