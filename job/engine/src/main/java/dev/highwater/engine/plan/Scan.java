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

  /** A scan of the same events under other conditions. */
  Scan with(SearchExpression otherFilter, TimeBounds otherBounds);

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
    public Scan with(SearchExpression otherFilter, TimeBounds otherBounds) {
      return new OfDataset(model, dataset, otherFilter, otherBounds);
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
    public Scan with(SearchExpression otherFilter, TimeBounds otherBounds) {
      return new OfEvents(otherFilter, otherBounds);
    }

    @Override
    public String describe() {
      return "events where " + SearchExpressionPrinter.print(filter);
    }
  }

  /**
   * The measurements of metric data points, each as a row: {@code metric_name}, {@code _value}, the
   * same under {@code metric_name:} and the name, and the dimensions (S-1080).
   */
  record OfMeasurements(SearchExpression filter, TimeBounds bounds) implements Scan {
    @Override
    public String source() {
      return "measurements";
    }

    @Override
    public Scan with(SearchExpression otherFilter, TimeBounds otherBounds) {
      return new OfMeasurements(otherFilter, otherBounds);
    }

    @Override
    public String describe() {
      return "measurements where " + SearchExpressionPrinter.print(filter);
    }
  }
}
