package dev.highwater.engine.plan;

import dev.highwater.engine.spl.SearchExpression;

/**
 * What a search reads: the events of a dataset of a data model that pass a filter.
 *
 * @param model name of the data model
 * @param dataset name of the dataset in it
 * @param filter over the dataset's fields, written with the root dataset's name before them (S-251)
 */
public record Scan(String model, String dataset, SearchExpression filter) {}
