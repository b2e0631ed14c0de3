package dev.highwater.engine.plan;

import java.util.Set;

/**
 * What a search may know of a dataset of a data model.
 *
 * @param path the names of the datasets from the root to this one, with points between them; a
 *     field stands behind the path of the dataset that adds it (S-251)
 * @param fields names of the fields, with what stands before them
 */
public record DatasetSchema(String model, String dataset, String path, Set<String> fields) {}
