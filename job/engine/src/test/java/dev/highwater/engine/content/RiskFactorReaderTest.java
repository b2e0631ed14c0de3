package dev.highwater.engine.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highwater.engine.risk.Entity;
import dev.highwater.engine.risk.RiskFactor;
import dev.highwater.engine.risk.RiskFactor.Condition;
import dev.highwater.engine.risk.RiskFactor.Operation;
import dev.highwater.engine.risk.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules S-1902, S-1904. */
class RiskFactorReaderTest {

  @TempDir private Path folder;

  @Test
  void noneOfThoseThatComeWithTheProgramIsOn() {
    ContentPack pack = ContentPack.builtIn();

    assertThat(pack.riskFactors()).containsKeys("Admin User", "Contractor User");
    assertThat(pack.riskKnowledge().factors()).isEmpty();
  }

  @Test
  void contentSwitchesThemOn() throws IOException {
    write(
        """
        name: Contractor User
        conditions: [{field: user_category, value: contract*}]
        operation: Addition
        factor: 7.5
        enabled: true
        """);

    ContentPack pack = ContentReader.read(List.of(folder));

    assertThat(pack.problems()).isEmpty();
    assertThat(pack.riskKnowledge().factors())
        .containsExactly(
            new RiskFactor(
                "Contractor User",
                List.of(new Condition("user_category", "contract*")),
                Operation.ADDITION,
                7.5));
  }

  @Test
  void saysWhereAFactorIsNone() throws IOException {
    write("name: X\nconditions: []\noperation: division\nfactor: much\n");

    assertThat(ContentReader.read(List.of(folder)).problems())
        .extracting(problem -> problem.location().line() + ": " + problem.message())
        .containsExactly(
            "2: 'conditions' must hold at least one field and value",
            "3: 'operation' must be addition or multiplication",
            "4: 'factor' must be a number, not 'much'");
  }

  @Test
  void readsAssetsAndIdentities() {
    String assets = "IP,nt_host,priority,bunit\n10.0.0.0/8|::1, WEB|web.local ,High,eu\n,,low,\n";

    assertThat(EntityFile.assets(assets).find("Web.Local"))
        .isEqualTo(EntityFile.assets(assets).find("10.1.2.3"))
        .isEqualTo(
            new Entity(
                List.of("web", "web.local", "10.0.0.0/8", "::1"),
                Severity.HIGH,
                List.of(),
                "eu",
                false));
    assertThat(EntityFile.assets(assets).entities()).hasSize(1);
    assertThat(EntityFile.identities("identity,watchlist\nbob,true\n").find("BOB"))
        .isEqualTo(new Entity(List.of("bob"), Severity.UNKNOWN, List.of(), "", true));
    assertThatThrownBy(() -> EntityFile.assets("name\nx\n"))
        .hasMessage("no column names anything: [name] (must hold one of [ip, mac, nt_host, dns])");
  }

  private void write(String text) throws IOException {
    Files.createDirectories(folder.resolve("risk_factors"));
    Files.writeString(folder.resolve("risk_factors/x.yml"), text);
  }
}
