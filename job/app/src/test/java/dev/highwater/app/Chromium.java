package dev.highwater.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A browser without a window, whose only page is driven by its protocol. */
final class Chromium implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 20;
  private static final String LISTENING = "DevTools listening on ";

  private final Process process;
  private final DevTools page;

  private Chromium(Process process, DevTools page) {
    this.process = process;
    this.page = page;
  }

  /** The program on the path, empty when there is none. */
  static Optional<Path> program() {
    String[] folders = System.getenv().getOrDefault("PATH", "").split(":", -1);
    return List.of("chromium", "chromium-browser", "google-chrome").stream()
        .flatMap(name -> Arrays.stream(folders).map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Starts it with an empty page. It can resolve no name, and keeps nothing of other runs. */
  static Chromium start(Path program) throws IOException {
    Path profile = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "chromium");
    Process process =
        new ProcessBuilder(
                program.toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--host-resolver-rules=MAP * ~NOTFOUND",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    DevTools tools = new DevTools(address(process));
    Object target =
        JsonTree.of(
            tools.call("Target.createTarget", json -> json.text("url", "about:blank")), "targetId");
    Object session =
        JsonTree.of(
            tools.call(
                "Target.attachToTarget",
                json -> json.text("targetId", target.toString()).flag("flatten", true)),
            "sessionId");
    tools.use(session.toString());
    return new Chromium(process, tools);
  }

  private static URI address(Process process) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
    StringBuilder said = new StringBuilder();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith(LISTENING)) {
        return URI.create(line.substring(LISTENING.length()).strip());
      }
      said.append(line).append('\n');
    }
    throw new IOException("The browser does not start: " + said);
  }

  DevTools page() {
    return page;
  }

  /** Ends it, and waits until nothing of it is left. */
  @Override
  public void close() {
    List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
    all.add(process.toHandle());
    page.close();
    process.destroy();
    CompletableFuture<?>[] ends =
        all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
    boolean isGone =
        CompletableFuture.allOf(ends)
            .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
            .handle((nothing, fault) -> fault == null)
            .join();
    if (!isGone) {
      all.forEach(ProcessHandle::destroyForcibly);
    }
  }
}
