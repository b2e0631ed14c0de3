package dev.highwater.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a test report in a browser; skipped where there is none, but not in CI. */
class ReportPageITCase {

  private static final String DATASETS = "../../datasets";

  /** The names of the tests that can be seen. */
  private static final String SHOWN =
      "[...document.querySelectorAll('#tests > details')].filter(each =>"
          + " each.getClientRects().length > 0).map(each =>"
          + " each.querySelector('summary').children[1].textContent).join()";

  @TempDir private Path folder;
  private @Nullable Chromium browser;

  @BeforeEach
  void openReport() throws IOException {
    Optional<Path> program = Chromium.program();
    if (program.isEmpty() && "true".equals(System.getenv("CI"))) {
      throw new IllegalStateException("No chromium on the PATH (.ci/run installs it)");
    }
    assumeTrue(program.isPresent(), "no chromium on the PATH: apt-get install chromium");
    writeReport();
    browser = Chromium.start(program.orElseThrow());
    for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
      page().call(domain + ".enable");
    }
    page().call("Page.navigate", json -> json.text("url", address()));
    page().await("Page.loadEventFired");
  }

  private void writeReport() {
    EmbeddedRun run =
        EmbeddedRun.of(
            "test",
            "Path Traversal Answered",
            "Great Upload To One Address",
            "One Host Tries SMB With Many",
            "--content",
            DATASETS + "/content",
            "--attack-data",
            DATASETS + "/..",
            "--out",
            folder.toString());
    assertThat(run.code()).as(run.out() + run.err()).isZero();
  }

  @AfterEach
  void closeBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void theFilterShowsWhatIsTyped() {
    String all = page().evaluate(SHOWN);

    assertThat(all.split(","))
        .contains(
            "Path Traversal Answered",
            "Great Upload To One Address",
            "One Host Tries SMB With Many");
    page().evaluate("document.getElementById('filter').focus()");
    page().call("Input.insertText", json -> json.text("text", "traversal"));
    assertThat(page().evaluate(SHOWN).split(",")).containsOnly("Path Traversal Answered");
    assertThat(page().evaluate("document.getElementById('shown').textContent"))
        .matches("[0-9]+ of " + all.split(",").length + " tests");
    page().evaluate("document.getElementById('filter').select()");
    page().call("Input.insertText", json -> json.text("text", "T1048"));
    assertThat(page().evaluate(SHOWN).split(",")).containsOnly("Great Upload To One Address");
    page().evaluate("document.querySelector('#sums .failed').click()");
    assertThat(page().evaluate(SHOWN)).isEmpty();
    assertSilent();
  }

  @Test
  void aTestOpensWithItsSearchAndRows() {
    String titles =
        page()
            .evaluateLater(
                "done => { const test = document.querySelector('#tests > details');"
                    + " test.addEventListener('toggle', () => done("
                    + "[...test.querySelectorAll('h3')].map(each => each.textContent).join()));"
                    + " test.open = true; }");

    assertThat(titles).startsWith("Search,Rows (");
    assertSilent();
  }

  @Test
  void itIsLightOrDarkAsTheReaderWants() throws IOException {
    assertThat(backgroundIn("light")).isEqualTo(0xffffff);
    assertThat(backgroundIn("dark")).isEqualTo(0x1d2125);
    assertThat(page().evaluate("getComputedStyle(document.body).color"))
        .isEqualTo("rgb(222, 228, 234)");
    assertSilent();
  }

  /** What is painted in the corner of the page. */
  private int backgroundIn(String scheme) throws IOException {
    page()
        .call(
            "Emulation.setEmulatedMedia",
            json ->
                json.objects(
                    "features",
                    List.of(
                        feature ->
                            feature.text("name", "prefers-color-scheme").text("value", scheme))));
    Map<?, ?> shot = page().call("Page.captureScreenshot");
    byte[] png = Base64.getDecoder().decode(JsonTree.of(shot, "data").toString());
    BufferedImage image =
        Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(png)), "no picture");
    return image.getRGB(3, 3) & 0xffffff;
  }

  /** Nothing has been complained of, and nothing asked for but the file. */
  private void assertSilent() {
    assertThat(page().events("Runtime.exceptionThrown")).isEmpty();
    assertThat(page().events("Runtime.consoleAPICalled")).isEmpty();
    assertThat(page().events("Log.entryAdded")).isEmpty();
    List<String> requests =
        page().events("Network.requestWillBeSent").stream()
            .map(event -> JsonTree.of((Map<?, ?>) JsonTree.of(event, "request"), "url").toString())
            .filter(url -> !url.startsWith("data:"))
            .toList();
    assertThat(requests).containsExactly(address());
  }

  private String address() {
    return folder.resolve("report.html").toUri().toString();
  }

  private DevTools page() {
    return Objects.requireNonNull(browser, "no browser").page();
  }
}
