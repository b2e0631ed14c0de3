package dev.highwater.engine.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.content.ContentPack;
import dev.highwater.engine.content.ContentRevision;
import dev.highwater.engine.content.DetectionItem;
import dev.highwater.engine.content.ScheduleItem;
import dev.highwater.engine.risk.FindingActions;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules S-1409, S-1950. */
class GrowingSearchTest {

  private static final String GROUPS =
      "search index=main | stats count dc(user) as users values(user) as user sum(x) as sum avg(x)"
          + " as avg min(x) as least max(x) as greatest min(_time) as first max(_time) as last"
          + " range(x) as range sumsq(x) as squares sum(eval(if(x>1,1,0))) as some"
          + " latest(x) as latest by host app | ";

  private static boolean isGrowing(String search) {
    DetectionSet detections =
        DetectionSet.compile(
            ContentRevision.of(List.of(item(search)), ContentPack.builtIn().macros(), List.of()),
            ZoneOffset.UTC);
    return GrowingSearch.isIn(detections.detection("growing"));
  }

  private static DetectionItem item(String search) {
    return new DetectionItem(
        "growing",
        "Growing",
        1,
        "TTP",
        search,
        new ScheduleItem("0 * * * *", "-1h", "now", "UTC", Long.MIN_VALUE, Long.MAX_VALUE),
        FindingActions.none("Growing"));
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
        "lookup t app OUTPUT n | where n > 5",
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
