package dev.highwater.app.catalog;

import dev.highwater.app.options.ContentOptions;
import dev.highwater.connectors.place.CityDatabase;
import dev.highwater.engine.content.ContentRevision;
import dev.highwater.engine.plan.PlaceDatabase;
import dev.highwater.flink.JobContent;
import dev.highwater.flink.PlaceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/** The database of places that the options of a command name. */
public final class Places {
  private Places() {}

  /**
   * Opens the database.
   *
   * @param file null for none
   * @param faults where it goes when the file cannot be read
   * @return null when there is none, or it cannot be read
   */
  public static @Nullable PlaceDatabase open(@Nullable Path file, List<String> faults) {
    if (file == null) {
      return null;
    }
    try {
      if (Files.exists(file)) {
        return CityDatabase.open(file.toFile());
      }
      faults.add("Cannot read places: " + file + " does not exist");
    } catch (IOException fault) {
      faults.add("Cannot read places: " + fault.getMessage());
    }
    return null;
  }

  /**
   * What a job carries: a revision, and the database where it is wanted.
   *
   * @throws IOException when the file of the database is gone
   */
  public static JobContent shipped(
      ContentRevision revision, ContentOptions options, boolean isWanted) throws IOException {
    JobContent job = JobContent.of(revision, options.zone());
    Path file = options.placeFile();
    if (file == null || !isWanted) {
      return job;
    }
    String state = Files.size(file) + " bytes of " + Files.getLastModifiedTime(file);
    return job.withPlaces(new PlaceFile(file.toAbsolutePath() + ", " + state, CityDatabase::open));
  }

  /** Registers the file of the database with a job that carries it. */
  public static void register(
      StreamExecutionEnvironment environment, JobContent content, ContentOptions options) {
    Path file = options.placeFile();
    if (content.hasPlaces() && file != null) {
      environment.registerCachedFile(file.toUri().toString(), PlaceFile.CACHED_AS);
    }
  }
}
