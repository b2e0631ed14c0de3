package dev.highwater.app.generate;

import java.util.List;

/** Paths around {@code *.service} in systemd's folders that are easy to take for the other kind. */
final class NastyPaths {
  private NastyPaths() {}

  private static final String SYSTEM = "/etc/systemd/system/";

  static final List<String> CREATED =
      List.of(
          // no service file, or not in one of the folders
          SYSTEM + "app.services",
          SYSTEM + "app.service~",
          SYSTEM + "app.service.d/override.conf",
          SYSTEM + "trailing-blank.service ",
          "/etc/systemd/app.service",
          "/etc/systemd/network/app.service",
          "/home/dev/.config/systemd/user/app.service",
          "/etc/system/systemd/app.service",
          "-",
          "",
          // what follows a colon is no part of the path
          SYSTEM + "alternate.service:stream",
          SYSTEM + "colon:name.service",
          // service files all the same
          "/etc/systemd/system-generators/app.service",
          SYSTEM + ".service",
          SYSTEM + "two words.service",
          SYSTEM + "tab\there.service",
          SYSTEM + "quo\"te.service",
          SYSTEM + "a&b<c>d.service",
          SYSTEM + "apos'trophe.service",
          SYSTEM + "st*r.service",
          SYSTEM + "back\\slash.service",
          SYSTEM + "token-$dest$-%24.service",
          "/ETC/SYSTEMD/SYSTEM/LOUD.SERVICE",
          "/Etc/Systemd/User/Mixed.Service",
          "/mnt/image/lib/systemd/system/mounted.service",
          "/home/dev/~/.local/share/systemd/user/tilde.service",
          SYSTEM + "\u0441\u043b\u0443\u0436\u0431\u0430.service",
          SYSTEM + "\u670d\u52a1-\ud83d\udd25.service",
          SYSTEM + "\u00c4\u00d6\u00dc.SERVICE",
          SYSTEM + "e\u0301.service");

  static final List<String> DELETED =
      List.of(SYSTEM + "gone.service", "/run/systemd/system/run-u12.service");
}
