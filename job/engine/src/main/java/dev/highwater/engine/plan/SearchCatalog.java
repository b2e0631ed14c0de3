package dev.highwater.engine.plan;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The knowledge objects that searches name. */
public interface SearchCatalog extends MacroLibrary {

  /**
   * A dataset of a data model.
   *
   * @param dataset {@code null} for the model's first dataset
   * @return {@code null} when there is none of that name
   */
  @Nullable DatasetSchema dataset(String model, @Nullable String dataset);

  /**
   * Whether there is a definition of a dataset to search by: without one a search over it can be
   * read, not run.
   */
  default boolean defines(String model, String dataset) {
    return dataset(model, dataset) != null;
  }

  /** The names of all datasets as {@code Model.Dataset}, for "did you mean". */
  Set<String> datasets();

  /** A lookup, {@code null} when there is none of that name. */
  @Nullable LookupDefinition lookup(String name);

  /** The names of all lookups, for "did you mean". */
  Set<String> lookups();

  /** Where addresses are, {@code null} when nobody says. */
  default @Nullable PlaceDatabase places() {
    return null;
  }
}
