package dev.highwater.engine.cim;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.highwater.engine.content.ContentPack;
import dev.highwater.engine.plan.DatasetSchema;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DatasetCatalogTest {

  private static final String TEXT =
      """
      {"models": [{"name": "Change", "datasets": [
        {"name": "All_Changes", "fields": "user dest"},
        {"name": "Account_Management", "parent": "All_Changes", "fields": "src_user"},
        {"name": "Accounts_Created", "parent": "Account_Management", "fields": ""},
        {"name": "Other", "fields": "extra"}]}]}
      """;
  private static final DatasetCatalog CATALOG = DatasetCatalog.read("catalog.json", TEXT);

  @Test
  void aRootNamesTheFieldsOfItsChildrenByTheirPath() {
    assertThat(CATALOG.dataset("Change", "All_Changes"))
        .isEqualTo(
            new DatasetSchema(
                "Change",
                "All_Changes",
                "All_Changes",
                Set.of(
                    "_time",
                    "host",
                    "source",
                    "sourcetype",
                    "All_Changes.user",
                    "All_Changes.dest",
                    "All_Changes.Account_Management.src_user")));
  }

  @Test
  void aChildKeepsTheNameOfItsRootBeforeWhatItInherits() {
    DatasetSchema child = requireNonNull(CATALOG.dataset("Change", "Accounts_Created"));
    assertThat(child.root()).isEqualTo("All_Changes");
    assertThat(child.fields())
        .contains("All_Changes.user", "All_Changes.Account_Management.src_user");
  }

  @Test
  void aChildIsFoundByItsPath() {
    assertThat(CATALOG.dataset("Change", "All_Changes.Account_Management"))
        .isEqualTo(CATALOG.dataset("Change", "Account_Management"));
  }

  @Test
  void aModelAloneMeansItsFirstDatasetWithAllFields() {
    DatasetSchema model = requireNonNull(CATALOG.dataset("Change", null));
    assertThat(model.dataset()).isEqualTo("All_Changes");
    assertThat(model.fields()).contains("All_Changes.user", "Other.extra");
  }

  @Test
  void givesNothingForUnknownNames() {
    assertThat(CATALOG.dataset("Change", "Nothing")).isNull();
    assertThat(CATALOG.dataset("Nothing", null)).isNull();
    assertThat(CATALOG.names())
        .containsExactly(
            "Change.Account_Management",
            "Change.Accounts_Created",
            "Change.All_Changes",
            "Change.Other");
  }

  @Test
  void whatHasNoDefinitionIsKnownAllTheSame() {
    DataModels models = DataModels.builtIn(ContentPack.builtIn());
    assertThat(models.dataset("Endpoint", "Registry")).isNull();
    assertThat(requireNonNull(models.schema("Endpoint", "Registry")).fields())
        .contains("Registry.registry_path");
    assertThat(requireNonNull(models.schema("Network_Sessions", "DHCP")).fields())
        .contains("All_Sessions.dest_mac", "All_Sessions.DHCP.lease_scope");
    assertThat(models.names()).contains("Risk.All_Risk", "Web.Proxy");
  }
}
