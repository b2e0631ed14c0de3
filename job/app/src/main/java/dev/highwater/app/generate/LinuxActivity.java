package dev.highwater.app.generate;

import java.util.List;

/** What runs on an ordinary Linux server: programs, files that come and go, service files. */
final class LinuxActivity {
  private LinuxActivity() {}

  /** A program, who started it, and as whom. */
  record Program(
      String image,
      String commandLine,
      String directory,
      String user,
      String parentImage,
      String parentCommandLine) {
    int userId() {
      return switch (user) {
        case "root" -> 0;
        case "www-data" -> 33;
        case "postgres" -> 114;
        default -> 1000;
      };
    }
  }

  private static final String BASH = "/bin/bash";
  private static final String DASH = "/bin/dash";

  static final List<Program> PROGRAMS =
      List.of(
          new Program("/bin/ls", "ls --color=auto -la", "/root", "root", BASH, "-bash"),
          new Program("/bin/grep", "grep -v \"^#\" /etc/fstab", "/root", "root", BASH, "-bash"),
          new Program(
              "/usr/bin/find",
              "find /var/log -type f -mtime +7 -exec gzip {} ;",
              "/",
              "root",
              DASH,
              "/bin/sh -c find /var/log -type f -mtime +7 -exec gzip {} ;"),
          new Program("/usr/bin/awk", "awk {sum+=$5} END{print sum}", "/tmp", "dev", BASH, "bash"),
          new Program("/bin/sed", "sed s/<b>//g;s/&amp;/&/g", "/srv/app", "dev", BASH, "bash"),
          new Program(
              "/usr/bin/curl",
              "curl -fsS \"http://health.example/check?deep=1&format=json\"",
              "/srv/app",
              "www-data",
              DASH,
              "sh -c ./healthcheck"),
          new Program(
              "/usr/bin/python3.11",
              "python3 -c import sys; sys.exit(0 if 1 < 2 else 1)",
              "/srv/app",
              "www-data",
              "/usr/sbin/apache2",
              "/usr/sbin/apache2 -k start"),
          new Program(
              "/usr/lib/postgresql/15/bin/psql",
              "psql -At -c select count(*) from pg_stat_activity",
              "/var/lib/postgresql",
              "postgres",
              "/usr/sbin/cron",
              "/usr/sbin/CRON -f"),
          new Program(
              "/usr/sbin/logrotate",
              "/usr/sbin/logrotate /etc/logrotate.conf",
              "/",
              "root",
              BASH,
              "/bin/sh /etc/cron.daily/logrotate"),
          new Program(
              "/usr/bin/systemctl",
              "systemctl restart app.service",
              "/root",
              "root",
              "/usr/bin/sudo",
              "sudo systemctl restart app.service"),
          new Program(
              "/usr/bin/git", "git fetch --prune origin", "/srv/build", "dev", BASH, "bash"),
          new Program("/bin/hostname", "hostname -f", "/", "root", DASH, "sh -c hostname -f"));

  /** Paths that ordinary work creates and deletes; a random number is appended. */
  static final List<String> PASSING_FILES =
      List.of(
          "/tmp/tmp",
          "/var/log/journal/system@",
          "/run/systemd/journal/streams/9:",
          "/run/udev/data/c",
          "/var/lib/postgresql/15/main/pg_wal/xlogtemp.",
          "/home/dev/.cache/pip/http/",
          "/srv/build/.git/objects/tmp_obj_",
          "/var/lib/apt/lists/partial/archive_",
          "/proc/1/oom_score_adj.");

  /** Where systemd looks for units of the system and of users, and below. */
  static final List<String> SYSTEMD_FOLDERS =
      List.of(
          "/etc/systemd/system/",
          "/lib/systemd/system/",
          "/usr/lib/systemd/system/",
          "/run/systemd/system/",
          "/etc/systemd/user/",
          "/lib/systemd/user/",
          "/usr/lib/systemd/user/",
          "/run/systemd/user/",
          "/etc/systemd/system/multi-user.target.wants/",
          "/root/~/.config/systemd/user/",
          "/srv/chroot/etc/systemd/system/");

  static final List<String> UNIT_NAMES =
      List.of("app", "backup", "kworker-7", "getty@tty3", "dbus-org.example", "update-notifier");
}
