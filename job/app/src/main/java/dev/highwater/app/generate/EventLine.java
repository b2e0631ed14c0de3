package dev.highwater.app.generate;

import java.time.LocalDate;

/**
 * One Sysmon for Linux event under construction, as the bare {@code <Event>} line that the tool
 * logs. Values are escaped.
 */
final class EventLine {
  private static final long DAY_MILLIS = 86_400_000L;
  private static final String HEX = "0123456789abcdef";
  private static final String PROVIDER =
      "<Event><System><Provider Name=\"Linux-Sysmon\""
          + " Guid=\"{ff032593-a8d3-4f13-b0d6-01fc615a0f97}\"/><EventID>";

  private final StringBuilder text = new StringBuilder(2048);
  private long formattedDay = Long.MIN_VALUE;
  private String formattedDate = "";

  /** Starts a line, in place of the one before; {@code loggedMillis} is the logger's own time. */
  EventLine system(int eventId, int version, long loggedMillis, long recordId, int processId) {
    text.setLength(0);
    text.append(PROVIDER).append(eventId).append("</EventID><Version>").append(version);
    text.append("</Version><Level>4</Level><Task>").append(eventId);
    text.append("</Task><Opcode>0</Opcode><Keywords>0x8000000000000000</Keywords>");
    text.append("<TimeCreated SystemTime=\"");
    appendTime(loggedMillis, 'T');
    text.append("000000Z\"/><EventRecordID>").append(recordId).append("</EventRecordID>");
    text.append("<Correlation/><Execution ProcessID=\"").append(processId);
    text.append("\" ThreadID=\"").append(processId);
    text.append("\"/><Channel>Linux-Sysmon/Operational</Channel>");
    return this;
  }

  EventLine computer(String host) {
    text.append("<Computer>").append(host).append("</Computer>");
    return this;
  }

  /** Ends the system part. */
  EventLine userId(int userId) {
    text.append("<Security UserId=\"").append(userId).append("\"/></System><EventData>");
    return this;
  }

  EventLine data(String name, String value) {
    open(name);
    appendEscaped(value);
    return close();
  }

  EventLine data(String name, long value) {
    open(name).append(value);
    return close();
  }

  EventLine time(String name, long millis) {
    open(name);
    appendTime(millis, ' ');
    return close();
  }

  /** A GUID from two random numbers. */
  EventLine guid(String name, long high, long low) {
    open(name).append('{');
    appendHex(high >>> 32, 8);
    text.append('-');
    appendHex(high >>> 16, 4);
    text.append('-');
    appendHex(high, 4);
    text.append('-');
    appendHex(low >>> 48, 4);
    text.append('-');
    appendHex(low, 12);
    text.append('}');
    return close();
  }

  /** The finished line, without its line end. */
  String end() {
    return text.append("</EventData></Event>").toString();
  }

  private StringBuilder open(String name) {
    return text.append("<Data Name=\"").append(name).append("\">");
  }

  private EventLine close() {
    text.append("</Data>");
    return this;
  }

  private void appendEscaped(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '&' -> text.append("&amp;");
        case '<' -> text.append("&lt;");
        case '>' -> text.append("&gt;");
        case '"' -> text.append("&quot;");
        default -> text.append(c);
      }
    }
  }

  private void appendTime(long millis, char separator) {
    long day = Math.floorDiv(millis, DAY_MILLIS);
    if (day != formattedDay) {
      formattedDay = day;
      formattedDate = LocalDate.ofEpochDay(day).toString();
    }
    int ofDay = (int) Math.floorMod(millis, DAY_MILLIS);
    text.append(formattedDate).append(separator);
    appendTwoDigits(ofDay / 3_600_000).append(':');
    appendTwoDigits(ofDay / 60_000 % 60).append(':');
    appendTwoDigits(ofDay / 1000 % 60).append('.');
    text.append((char) ('0' + ofDay % 1000 / 100));
    appendTwoDigits(ofDay % 100);
  }

  private StringBuilder appendTwoDigits(int number) {
    return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
  }

  private void appendHex(long bits, int digits) {
    for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) {
      text.append(HEX.charAt((int) (bits >>> shift) & 0xF));
    }
  }
}
