package dev.highwater.engine.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.content.ContentPack;
import dev.highwater.engine.content.ContentRevision;
import dev.highwater.engine.content.DetectionItem;
import dev.highwater.engine.content.LookupItem;
import dev.highwater.engine.content.ScheduleItem;
import dev.highwater.engine.plan.LookupDefinition;
import dev.highwater.engine.plan.LookupTable;
import dev.highwater.engine.risk.FindingActions;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules S-1409, S-1950. */
class GrowingSearchTest {

  private static final String GROUPS =
      "search index=main | stats count dc(user) as users values(user) as user sum(x) as sum avg(x)"
          + " as avg min(x) as least max(x) as greatest min(_time) as first max(_time) as last"
          + " range(x) as range sumsq(x) as squares sum(eval(if(x>1,1,0))) as some"
          + " latest(x) as latest by host app | ";

  /** A table {@code t} of apps and their numbers. */
  private static final LookupItem TABLE =
      new LookupItem(
          "t",
          new LookupDefinition("t", List.of("app", "n"), Map.of(), true, 1, 0, null, true),
          new LookupTable(List.of("app", "n"), List.of()));

  private static boolean isGrowing(String search, String... others) {
    List<DetectionItem> items = new ArrayList<>(List.of(item("growing", search)));
    for (String other : others) {
      items.add(item("other", other));
    }
    DetectionSet detections =
        DetectionSet.compile(
            ContentRevision.of(items, ContentPack.builtIn().macros(), List.of(TABLE)),
            ZoneOffset.UTC);
    return GrowingSearch.isIn(detections.detection("growing"));
  }

  private static DetectionItem item(String id, String search) {
    return new DetectionItem(
        id,
        "Searches",
        1,
        "TTP",
        search,
        new ScheduleItem("0 * * * *", "-1h", "now", "UTC", Long.MIN_VALUE, Long.MAX_VALUE),
        FindingActions.none("Searches"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "search *",
        "where host=\"a\" AND app!=\"b\"",
        "eval n=count*2 | fields - count",
        "where count > 5",
        "where count>=5 AND users > 2",
        "where 5 < count OR app=\"b\"",
        "where NOT count <= 5",
        "where NOT (count < 5 OR users < 2)",
        "search count > 5 app=b",
        "search count>5 OR users>=2",
        "where some > 3",
        "where squares > 3",
        "where range > 3",
        "where last - first > 60",
        "eval minutes=round((last-first)/60, 1) | where minutes >= 10",
        "where first < 1000",
        "where last > now() - 60",
        "search first<1000",
        "rename count as n | where n > 5",
        "eval n=mvcount(user) | where n > 2",
        "where mvcount(user) + users > 2",
        "search user=\"adm*\"",
        "search user!=root",
        "search user IN (a, b)",
        "where user=\"root\"",
        "where user LIKE \"adm%\"",
        "where match(user, \"^adm\")",
        "where user IN (\"a\", \"b\")",
        "regex user=\"^adm\"",
        "where isnotnull(user)",
        "where NOT isnull(user)",
        "search user=*",
        "where isnull(nothing)",
        "rex field=app \"(?<initial>^.)\" | where isnotnull(initial) AND count > 2",
        "rex field=app max_match=0 \"(?<letter>.)\" | search letter=a",
      })
  void isOneWhereARowThatIsThereStaysThere(String behind) {
    assertThat(isGrowing(GROUPS + behind)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "where count < 5",
        "where count = 5",
        "where count != 5",
        "where NOT count > 5",
        "search count=1",
        "search count<5",
        "search NOT count>5",
        "search NOT user=root",
        "where count > 5 AND avg < 3",
        "where count > 5 XOR users > 2",
        "where count > sum",
        "where count > app",
        "where sum > 5",
        "where greatest > 5",
        "where least < 5",
        "where last - first < 60",
        "where count/users > 2",
        "where count*-1 > 2",
        "where last < now()",
        "where latest=\"a\"",
        "where isnull(user)",
        "where mvcount(user) = 1",
        "where NOT match(user, \"^adm\")",
        "where match(\"a\", user)",
        "regex user!=\"^adm\"",
        "eval count=avg | where count > 5",
        "rename avg as count | where count > 5",
        "eval {app}=1 | where count > 5",
        "rex field=user \"(?<initial>^.)\" | where isnotnull(initial)",
        "rex field=app \"(?<avg>^.)\" | where avg=\"a\"",
        "eval {app}=1 | where isnull(nothing)",
        "mvexpand user",
        "sort - count",
        "head 1",
        "dedup host",
        "eventstats avg(count) as all | where count > 5",
        "stats sum(count) as count by host",
        "stats count by host | where count > 5",
        "fields - app",
      })
  void isNoneWhereARowMayGoAgain(String behind) {
    assertThat(isGrowing(GROUPS + behind)).isFalse();
  }

  @Test
  void takesATableThatNothingWritesForFixed() {
    String filtering = GROUPS + "lookup t app OUTPUT n | where isnull(n)";
    String writing = "search index=main | stats count as n by app | outputlookup t";

    assertThat(isGrowing(filtering)).isTrue();
    assertThat(isGrowing(filtering, writing)).isFalse();
    assertThat(isGrowing(GROUPS + "lookup t app OUTPUT n", writing)).isTrue();
    assertThat(isGrowing(GROUPS + "lookup t app AS user OUTPUT n | where isnull(n)")).isFalse();
    assertThat(isGrowing(GROUPS + "lookup t app OUTPUTNEW n AS avg | where avg > 1")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "search index=main | stats count | where count > 5",
        "search index=main | where x > 5",
        "search index=main | stats first(x) as x by host",
        "search index=main | eval _time=x | stats min(_time) as first by host | where first < 5",
        "search index=main earliest=0 | stats count by host",
      })
  void isNoneWithoutGroupsOfEvents(String search) {
    assertThat(isGrowing(search)).isFalse();
  }
}
