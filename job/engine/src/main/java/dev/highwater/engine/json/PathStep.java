package dev.highwater.engine.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One step of a path. */
sealed interface PathStep {

  /** Adds what the step leads to from {@code value}. */
  void collect(Json value, List<Json> into);

  /** The value with what the step leads to changed; itself when the step does not fit. */
  Json change(Json value, JsonChange change);

  /** To a member of an object. */
  record Name(String name) implements PathStep {

    @Override
    public void collect(Json value, List<Json> into) {
      if (value instanceof Json.Members members) {
        Json member = members.byName().get(name);
        if (member != null) {
          into.add(member);
        }
      }
    }

    @Override
    public Json change(Json value, JsonChange change) {
      if (!(value instanceof Json.Members members)) {
        return value;
      }
      Map<String, Json> changed = new LinkedHashMap<>(members.byName());
      Json member = change.of(changed.get(name));
      if (member == null) {
        changed.remove(name);
      } else {
        changed.put(name, member);
      }
      return new Json.Members(changed);
    }
  }

  /** To an item of an array. */
  record Item(int index) implements PathStep {

    @Override
    public void collect(Json value, List<Json> into) {
      if (value instanceof Json.Items items && index < items.list().size()) {
        into.add(items.list().get(index));
      }
    }

    @Override
    public Json change(Json value, JsonChange change) {
      if (!(value instanceof Json.Items items) || index >= items.list().size()) {
        return value;
      }
      List<Json> changed = new ArrayList<>(items.list());
      Json item = change.of(changed.remove(index));
      if (item != null) {
        changed.add(index, item);
      }
      return new Json.Items(changed);
    }
  }

  /** To all items of an array. */
  record Each() implements PathStep {

    @Override
    public void collect(Json value, List<Json> into) {
      if (value instanceof Json.Items items) {
        into.addAll(items.list());
      }
    }

    @Override
    public Json change(Json value, JsonChange change) {
      if (!(value instanceof Json.Items items)) {
        return value;
      }
      List<Json> changed = new ArrayList<>();
      for (Json item : items.list()) {
        Json next = change.of(item);
        if (next != null) {
          changed.add(next);
        }
      }
      return new Json.Items(changed);
    }
  }
}
