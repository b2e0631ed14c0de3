package dev.highwater.bench;

import dev.highwater.engine.compile.SearchCompiler;
import dev.highwater.engine.content.ContentPack;
import dev.highwater.engine.content.ContentReader;
import dev.highwater.engine.content.Detection;
import dev.highwater.engine.detect.Knowledge;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Parses and compiles all detections of a checkout of security content, macros and all; one
 * operation is one pass over all of them.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class CompileSearches {

  /** The checkout. */
  @Param("security_content")
  public String content = "";

  private List<Detection> detections = List.of();
  private SearchCompiler compiler;

  @Setup
  public void read() {
    ContentPack pack = ContentReader.read(List.of(Path.of(content)));
    detections = pack.detections();
    compiler =
        new SearchCompiler(Knowledge.builtIn(pack, pack.lookupDefinitions(), ZoneOffset.UTC));
    System.out.println(detections.size() + " searches in one operation");
  }

  @Benchmark
  public void all(Blackhole sink) {
    for (Detection detection : detections) {
      sink.consume(compiler.compile(detection.search()));
    }
  }
}
