package dev.highwater.engine.command;

import dev.highwater.engine.event.FieldValue;
import dev.highwater.engine.event.MultiValue;
import dev.highwater.engine.event.Row;
import dev.highwater.engine.match.IpAddress;
import dev.highwater.engine.plan.FieldSet;
import dev.highwater.engine.plan.Place;
import dev.highwater.engine.plan.PlaceDatabase;
import dev.highwater.engine.plan.PlanContext;
import dev.highwater.engine.plan.RunContext;
import dev.highwater.engine.plan.SearchCommand;
import dev.highwater.engine.plan.Stage;
import dev.highwater.engine.spl.ArgumentReader;
import dev.highwater.engine.spl.Diagnostic;
import dev.highwater.engine.spl.SourceSpan;
import dev.highwater.engine.spl.Word;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * {@code iplocation [prefix=] [allfields=] [lang=] field}: where an address is. Rules S-337, S-988,
 * S-1086.
 */
public final class IpLocation implements SearchCommand {

  private static final List<String> OPTIONS = List.of("allfields", "lang", "prefix");

  @Override
  public String name() {
    return "iplocation";
  }

  @Override
  public List<Stage> parse(ArgumentReader arguments, PlanContext context) {
    SourceSpan place = arguments.here();
    CommandOptions options = new CommandOptions(arguments, name(), OPTIONS, List.of());
    options.read();
    Word field = arguments.fieldName("a field that holds an address");
    options.read();
    arguments.expectEnd();
    PlaceDatabase places = context.catalog().places();
    if (places == null) {
      context.warn(
          Diagnostic.warning(place, "there is no database of places: no address has a location")
              .withHint("Name a file with --geoip")
              .withRule("S-988"));
    }
    return List.of(
        new IpLocationStage(
            field.text(),
            options.text("prefix", ""),
            options.isTrue("allfields", false),
            options.text("lang", ""),
            places));
  }

  /** The fields that are added, by name, and what they say of a place. */
  private static Map<String, Function<Place, String>> fields(boolean hasAll) {
    Map<String, Function<Place, String>> fields = new LinkedHashMap<>();
    fields.put("City", Place::city);
    if (hasAll) {
      fields.put("Continent", Place::continent);
    }
    fields.put("Country", Place::country);
    if (hasAll) {
      fields.put("MetroCode", Place::metroCode);
    }
    fields.put("Region", Place::region);
    if (hasAll) {
      fields.put("Timezone", Place::timezone);
    }
    fields.put("lat", place -> degrees(place.latitude()));
    fields.put("lon", place -> degrees(place.longitude()));
    return fields;
  }

  private static String degrees(double angle) {
    return Double.isNaN(angle) ? "" : String.format(Locale.ROOT, "%.5f", angle);
  }

  private record IpLocationStage(
      String field, String prefix, boolean hasAll, String lang, @Nullable PlaceDatabase places)
      implements RowStage {

    private Set<String> added() {
      Set<String> names = new TreeSet<>();
      fields(hasAll).keySet().forEach(name -> names.add(prefix + name));
      return names;
    }

    @Override
    public FieldSet reads(FieldSet wanted) {
      return wanted.and(FieldSet.of(field));
    }

    @Override
    public @Nullable String carries(String name) {
      return added().contains(name) ? null : name;
    }

    @Override
    public FieldSet fieldsAfter(FieldSet before) {
      return before.and(FieldSet.of(added()));
    }

    @Override
    public String describe() {
      return "iplocation"
          + (prefix.isEmpty() ? "" : " prefix=" + Written.quoted(prefix))
          + (hasAll ? " allfields=true" : "")
          + (lang.isEmpty() ? "" : " lang=" + Written.quoted(lang))
          + " "
          + Written.word(field);
    }

    @Override
    public boolean change(Row row, RunContext run) {
      FieldValue value = row.get(field);
      List<Place> found = value == null ? List.of() : places(value);
      if (!found.isEmpty()) {
        fields(hasAll).forEach((name, text) -> row.set(prefix + name, values(found, text)));
      }
      return true;
    }

    private List<Place> places(FieldValue value) {
      List<Place> found = new ArrayList<>();
      for (FieldValue member : value.members()) {
        Place place = place(member.text().strip());
        if (place != null) {
          found.add(place);
        }
      }
      return found;
    }

    /** The place of an address, or of the first one of a subnet. */
    private @Nullable Place place(String text) {
      int slash = text.indexOf('/');
      byte[] address = IpAddress.parse(slash < 0 ? text : text.substring(0, slash));
      return address == null || places == null
          ? null
          : places.place(address, List.of(lang.split("[,\\s]+", -1)));
    }

    private static @Nullable FieldValue values(List<Place> places, Function<Place, String> text) {
      return MultiValue.of(places.stream().map(text).map(FieldValue::of).toList());
    }
  }
}
