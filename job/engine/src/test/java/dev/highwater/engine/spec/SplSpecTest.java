package dev.highwater.engine.spec;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/** Runs the cases of all spec files. */
class SplSpecTest {

  @TestFactory
  List<DynamicContainer> specs() throws IOException {
    List<DynamicContainer> files = new ArrayList<>();
    for (Path file : SpecFile.all()) {
      List<DynamicTest> cases =
          SpecFile.cases(file).stream()
              .map(spec -> DynamicTest.dynamicTest(spec.title(), place(file, spec), check(spec)))
              .toList();
      files.add(DynamicContainer.dynamicContainer(String.valueOf(file.getFileName()), cases));
    }
    return files;
  }

  private static URI place(Path file, SpecCase spec) {
    return URI.create(file.toUri() + "?line=" + spec.line());
  }

  private static Executable check(SpecCase spec) {
    return () -> new SpecRun(spec).check();
  }
}
