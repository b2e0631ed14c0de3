package dev.highwater.engine.risk;

import static dev.highwater.engine.event.FieldValueCodec.readRow;
import static dev.highwater.engine.event.FieldValueCodec.readText;
import static dev.highwater.engine.event.FieldValueCodec.writeRow;
import static dev.highwater.engine.event.FieldValueCodec.writeText;

import dev.highwater.engine.finding.Finding;
import dev.highwater.engine.risk.Notable.NotableEntity;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Risk events and notables as bytes. */
public final class RaisedCodec {

  private RaisedCodec() {}

  public static void write(DataOutput out, RiskEvent event) throws IOException {
    writeText(out, event.riskEventId());
    writeText(out, event.findingId());
    writeText(out, event.status().name());
    out.writeInt(event.revision());
    out.writeLong(event.timeMillis());
    writeText(out, event.searchName());
    writeText(out, event.description());
    writeText(out, event.riskObject());
    writeText(out, event.riskObjectType().name());
    writeText(out, event.normalizedRiskObject());
    writeScore(out, event.score());
    writeText(out, event.riskMessage());
    RiskCodec.writeTexts(out, event.threatObjects());
    RiskCodec.writeTexts(out, event.threatObjectTypes());
    RiskCodec.writeAnnotations(out, event.annotations());
    writeText(out, event.contributingEventsSearch());
    out.writeLong(event.infoMinMillis());
    out.writeLong(event.infoMaxMillis());
    out.writeLong(event.infoSearchMillis());
    writeRow(out, event.row());
  }

  public static RiskEvent readRiskEvent(DataInput in) throws IOException {
    return new RiskEvent(
        readText(in),
        readText(in),
        Finding.Status.valueOf(readText(in)),
        in.readInt(),
        in.readLong(),
        readText(in),
        readText(in),
        readText(in),
        RiskObjectType.valueOf(readText(in)),
        readText(in),
        readScore(in),
        readText(in),
        RiskCodec.readTexts(in),
        RiskCodec.readTexts(in),
        RiskCodec.readAnnotations(in),
        readText(in),
        in.readLong(),
        in.readLong(),
        in.readLong(),
        readRow(in));
  }

  private static void writeScore(DataOutput out, CalculatedScore score) throws IOException {
    out.writeInt(score.base());
    out.writeDouble(score.added());
    out.writeDouble(score.multiplied());
    RiskCodec.writeTexts(out, score.additions());
    RiskCodec.writeTexts(out, score.multiplications());
  }

  private static CalculatedScore readScore(DataInput in) throws IOException {
    return new CalculatedScore(
        in.readInt(),
        in.readDouble(),
        in.readDouble(),
        RiskCodec.readTexts(in),
        RiskCodec.readTexts(in));
  }

  public static void write(DataOutput out, Notable notable) throws IOException {
    writeText(out, notable.notableId());
    writeText(out, notable.findingId());
    writeText(out, notable.status().name());
    out.writeInt(notable.revision());
    out.writeLong(notable.timeMillis());
    writeText(out, notable.searchName());
    writeText(out, notable.title());
    writeText(out, notable.description());
    writeText(out, notable.securityDomain());
    writeText(out, notable.severity().name());
    writeText(out, notable.urgency().name());
    RiskCodec.writeAll(out, notable.drilldowns(), RiskCodec::writeDrilldown);
    RiskCodec.writeAll(
        out,
        notable.entities(),
        (o, entity) -> {
          writeText(o, entity.name());
          writeText(o, entity.type());
          writeText(o, entity.priority().name());
        });
    RiskCodec.writeAnnotations(out, notable.annotations());
    out.writeLong(notable.infoMinMillis());
    out.writeLong(notable.infoMaxMillis());
    writeRow(out, notable.row());
  }

  public static Notable readNotable(DataInput in) throws IOException {
    return new Notable(
        readText(in),
        readText(in),
        Finding.Status.valueOf(readText(in)),
        in.readInt(),
        in.readLong(),
        readText(in),
        readText(in),
        readText(in),
        readText(in),
        Severity.valueOf(readText(in)),
        Severity.valueOf(readText(in)),
        RiskCodec.readAll(in, RiskCodec::readDrilldown),
        RiskCodec.readAll(
            in, i -> new NotableEntity(readText(i), readText(i), Severity.valueOf(readText(i)))),
        RiskCodec.readAnnotations(in),
        in.readLong(),
        in.readLong(),
        readRow(in));
  }
}
