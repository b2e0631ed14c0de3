package dev.highwater.engine.plan;

import java.util.Set;

/**
 * What a search may know of a dataset of a data model.
 *
 * @param root name of the root dataset, which stands before the fields (S-251)
 * @param fields names of the fields, with what stands before them
 */
public record DatasetSchema(String model, String dataset, String root, Set<String> fields) {}
