package dev.highwater.engine.content;

import dev.highwater.engine.addon.AppFiles;
import dev.highwater.engine.addon.InstalledApps;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The apps of the user as bytes. */
final class AppCodec {

  private AppCodec() {}

  static void write(DataOutputStream out, InstalledApps installed) throws IOException {
    out.writeBoolean(installed.hasBuiltIn());
    ContentRevisionCodec.writeText(out, installed.cim());
    ContentRevisionCodec.write(out, installed.apps(), AppCodec::writeApp);
  }

  static InstalledApps read(DataInputStream in) throws IOException {
    boolean hasBuiltIn = in.readBoolean();
    String cim = ContentRevisionCodec.readText(in);
    return new InstalledApps(ContentRevisionCodec.readAll(in, AppCodec::readApp), hasBuiltIn, cim);
  }

  private static void writeApp(DataOutputStream out, AppFiles app) throws IOException {
    ContentRevisionCodec.writeText(out, app.name());
    ContentRevisionCodec.writeText(out, app.place());
    ContentRevisionCodec.write(
        out,
        List.copyOf(app.texts().entrySet()),
        (o, text) -> {
          ContentRevisionCodec.writeText(o, text.getKey());
          ContentRevisionCodec.writeText(o, text.getValue());
        });
  }

  private static AppFiles readApp(DataInputStream in) throws IOException {
    String name = ContentRevisionCodec.readText(in);
    String place = ContentRevisionCodec.readText(in);
    Map<String, String> texts = new TreeMap<>();
    ContentRevisionCodec.readAll(
            in, i -> Map.entry(ContentRevisionCodec.readText(i), ContentRevisionCodec.readText(i)))
        .forEach(text -> texts.put(text.getKey(), text.getValue()));
    return new AppFiles(name, place, texts);
  }
}
