package dev.highwater.app.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.event.EventOrigin;
import dev.highwater.engine.event.RawEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rule S-2046. */
class FeedOrderTest {

  private static final EventOrigin ORIGIN = new EventOrigin("in", "h", "s", "st", "main");
  private static final long HOUR = 3_600_000;

  /** Events whose texts are their times in milliseconds; {@code -} has none. */
  private static List<FeedOrder.Fed> fed(long disorder, double late, String... texts) {
    List<RawEvent> events = new ArrayList<>();
    for (String text : texts) {
      events.add(RawEvent.of(ORIGIN, events.size(), text));
    }
    return FeedOrder.of(
        events.iterator(),
        event -> event.text().equals("-") ? RawEvent.NO_TIME : Long.parseLong(event.text()),
        disorder,
        late,
        1);
  }

  private static List<String> texts(List<FeedOrder.Fed> fed) {
    return fed.stream().map(each -> each.event().text()).toList();
  }

  @Test
  void eventsGoInTheOrderOfTheirTimesAndOneWithoutStaysBehindTheOneBeforeIt() {
    assertThat(texts(fed(0, 0, "30", "-", "10", "20"))).containsExactly("10", "20", "30", "-");
  }

  @Test
  void noEventComesFurtherBehindThanTheDisorder() {
    String[] texts = new String[200];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = Integer.toString(i);
    }
    List<FeedOrder.Fed> fed = fed(20, 0, texts);
    assertThat(texts(fed)).isNotEqualTo(List.of(texts)).isEqualTo(texts(fed(20, 0, texts)));
    long greatest = 0;
    for (FeedOrder.Fed each : fed) {
      greatest = Math.max(greatest, each.timeMillis());
      assertThat(greatest - each.timeMillis()).isLessThanOrEqualTo(20);
    }
  }

  @Test
  void lateOnesComeThreeHoursBehind() {
    assertThat(fed(0, 1, "0").get(0).dueMillis()).isEqualTo(3 * HOUR);
  }

  @Test
  void shiftedTheLastEventIsNow() {
    List<FeedOrder.Fed> fed = fed(0, 0, "1000", "3000", "-");
    FeedTimes times = FeedTimes.of(fed, 0, true, 10_000);
    assertThat(fed).extracting(times::sendMillis).containsOnly(10_000L);
    assertThat(fed)
        .extracting(times::saidMillis)
        .containsExactly(8_000L, 10_000L, RawEvent.NO_TIME);
  }

  @Test
  void atASpeedEachEventIsSentInItsTurnAndShiftedSaysSo() {
    List<FeedOrder.Fed> fed = fed(0, 0, "1000", "3000");
    FeedTimes shifted = FeedTimes.of(fed, 2, true, 10_000);
    assertThat(fed).extracting(shifted::sendMillis).containsExactly(10_000L, 11_000L);
    assertThat(fed).extracting(shifted::saidMillis).containsExactly(10_000L, 11_000L);
    FeedTimes asItWas = FeedTimes.of(fed, 2, false, 10_000);
    assertThat(fed).extracting(asItWas::saidMillis).containsExactly(1_000L, 3_000L);
  }
}
