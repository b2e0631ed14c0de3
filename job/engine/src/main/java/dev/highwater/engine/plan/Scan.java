package dev.highwater.engine.plan;

import dev.highwater.engine.spl.SearchExpression;
import dev.highwater.engine.spl.SearchExpressionPrinter;

/** What a search reads. */
public sealed interface Scan {

  /** The condition on each event, time bounds left out. */
  SearchExpression filter();

  /** The time range that it names for itself. */
  TimeBounds bounds();

  /** What is read: the name of a dataset, or {@code events}. */
  String source();

  /** In words near SPL. */
  String describe();

  /**
   * The events of a dataset of a data model.
   *
   * @param filter over the dataset's fields, written with the root dataset's name before them
   *     (S-251)
   */
  record OfDataset(String model, String dataset, SearchExpression filter, TimeBounds bounds)
      implements Scan {
    @Override
    public String source() {
      return model + "." + dataset;
    }

    @Override
    public String describe() {
      return "datamodel="
          + model
          + "."
          + dataset
          + " where "
          + SearchExpressionPrinter.print(filter);
    }
  }

  /** Events as they are, with the fields of their add-ons. */
  record OfEvents(SearchExpression filter, TimeBounds bounds) implements Scan {
    @Override
    public String source() {
      return "events";
    }

    @Override
    public String describe() {
      return "events where " + SearchExpressionPrinter.print(filter);
    }
  }
}
