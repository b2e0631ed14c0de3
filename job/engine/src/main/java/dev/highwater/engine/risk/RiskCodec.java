package dev.highwater.engine.risk;

import static dev.highwater.engine.event.FieldValueCodec.readText;
import static dev.highwater.engine.event.FieldValueCodec.writeText;

import dev.highwater.engine.risk.RiskFactor.Condition;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** What is done with findings, and what is known of the world, as bytes. */
public final class RiskCodec {

  private RiskCodec() {}

  interface Writer<T> {
    void write(DataOutput out, T value) throws IOException;
  }

  interface Reader<T> {
    T read(DataInput in) throws IOException;
  }

  static <T> void writeAll(DataOutput out, List<T> values, Writer<T> writer) throws IOException {
    out.writeInt(values.size());
    for (T value : values) {
      writer.write(out, value);
    }
  }

  static <T> List<T> readAll(DataInput in, Reader<T> reader) throws IOException {
    List<T> values = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      values.add(reader.read(in));
    }
    return values;
  }

  static void writeTexts(DataOutput out, List<String> texts) throws IOException {
    writeAll(out, texts, (o, text) -> writeText(o, text));
  }

  static List<String> readTexts(DataInput in) throws IOException {
    return readAll(in, i -> readText(i));
  }

  public static void write(DataOutput out, FindingActions actions) throws IOException {
    writeText(out, actions.searchName());
    writeText(out, actions.description());
    out.writeBoolean(actions.raisesRisk());
    writeRisk(out, actions.risk());
    writeAnnotations(out, actions.annotations());
    NotableConfiguration notable = actions.notable();
    out.writeBoolean(notable != null);
    if (notable != null) {
      writeText(out, notable.title());
      writeText(out, notable.description());
      writeText(out, notable.securityDomain());
      writeText(out, notable.severity().name());
      writeAll(out, notable.drilldowns(), RiskCodec::writeDrilldown);
      writeTexts(out, notable.entityFields());
    }
  }

  public static FindingActions readActions(DataInput in) throws IOException {
    return new FindingActions(
        readText(in),
        readText(in),
        in.readBoolean(),
        readRisk(in),
        readAnnotations(in),
        in.readBoolean()
            ? new NotableConfiguration(
                readText(in),
                readText(in),
                readText(in),
                Severity.valueOf(readText(in)),
                readAll(in, RiskCodec::readDrilldown),
                readTexts(in))
            : null);
  }

  static void writeDrilldown(DataOutput out, DrilldownSearch drilldown) throws IOException {
    writeTexts(
        out,
        List.of(drilldown.name(), drilldown.search(), drilldown.earliest(), drilldown.latest()));
  }

  static DrilldownSearch readDrilldown(DataInput in) throws IOException {
    List<String> texts = readTexts(in);
    return new DrilldownSearch(texts.get(0), texts.get(1), texts.get(2), texts.get(3));
  }

  private static void writeRisk(DataOutput out, RiskConfiguration risk) throws IOException {
    writeText(out, risk.message());
    out.writeInt(risk.impact().orElse(-1));
    out.writeInt(risk.confidence().orElse(-1));
    writeAll(
        out,
        risk.riskObjects(),
        (o, object) -> {
          writeText(o, object.field());
          writeText(o, object.type().name());
          o.writeInt(object.score());
          writeText(o, object.message());
        });
    writeAll(
        out,
        risk.threatObjects(),
        (o, threat) -> {
          writeText(o, threat.field());
          writeText(o, threat.type());
        });
  }

  private static RiskConfiguration readRisk(DataInput in) throws IOException {
    return new RiskConfiguration(
        readText(in),
        optional(in.readInt()),
        optional(in.readInt()),
        readAll(
            in,
            i ->
                new RiskObject(
                    readText(i), RiskObjectType.valueOf(readText(i)), i.readInt(), readText(i))),
        readAll(in, i -> new ThreatObject(readText(i), readText(i))));
  }

  private static OptionalInt optional(int number) {
    return number < 0 ? OptionalInt.empty() : OptionalInt.of(number);
  }

  static void writeAnnotations(DataOutput out, Annotations annotations) throws IOException {
    writeAll(
        out,
        List.copyOf(annotations.byFramework().entrySet()),
        (o, each) -> {
          writeText(o, each.getKey());
          writeTexts(o, each.getValue());
        });
    writeTexts(out, annotations.attack().techniques());
    writeTexts(out, annotations.attack().tactics());
    writeTexts(out, annotations.attack().tacticIds());
  }

  static Annotations readAnnotations(DataInput in) throws IOException {
    Map<String, List<String>> byFramework = new LinkedHashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      byFramework.put(readText(in), readTexts(in));
    }
    return new Annotations(
        byFramework, new AttackLabels(readTexts(in), readTexts(in), readTexts(in)));
  }

  public static void write(DataOutput out, RiskKnowledge knowledge) throws IOException {
    writeAll(
        out,
        knowledge.factors(),
        (o, factor) -> {
          writeText(o, factor.name());
          writeAll(
              o,
              factor.conditions(),
              (p, condition) -> writeTexts(p, List.of(condition.field(), condition.pattern())));
          writeText(o, factor.operation().name());
          o.writeDouble(factor.factor());
        });
    writeAll(out, knowledge.assets().entities(), RiskCodec::writeEntity);
    writeAll(out, knowledge.identities().entities(), RiskCodec::writeEntity);
  }

  public static RiskKnowledge readKnowledge(DataInput in) throws IOException {
    return new RiskKnowledge(
        readAll(
            in,
            i ->
                new RiskFactor(
                    readText(i),
                    readAll(i, RiskCodec::readCondition),
                    RiskFactor.Operation.valueOf(readText(i)),
                    i.readDouble())),
        new EntityTable(readAll(in, RiskCodec::readEntity)),
        new EntityTable(readAll(in, RiskCodec::readEntity)));
  }

  private static Condition readCondition(DataInput in) throws IOException {
    List<String> texts = readTexts(in);
    return new Condition(texts.get(0), texts.get(1));
  }

  private static void writeEntity(DataOutput out, Entity entity) throws IOException {
    writeTexts(out, entity.keys());
    writeText(out, entity.priority().name());
    writeTexts(out, entity.categories());
    writeText(out, entity.businessUnit());
    out.writeBoolean(entity.isWatchlisted());
  }

  private static Entity readEntity(DataInput in) throws IOException {
    return new Entity(
        readTexts(in),
        Severity.valueOf(readText(in)),
        readTexts(in),
        readText(in),
        in.readBoolean());
  }
}
