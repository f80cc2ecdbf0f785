package org.zhili.citypack.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.zhili.text.Wording;

/**
 * The fields of one JSON object, read by name. Whatever is wrong is reported and answered with a
 * stand-in; {@link #done()} reports what nobody asked for.
 */
final class JsonFields {
  private static final Wording NO_WORDING = Wording.same("-");

  private final At at;
  private final Map<String, Json> byName;
  private final Faults faults;
  private final Set<String> asked = new HashSet<>();

  private JsonFields(At at, Map<String, Json> byName, Faults faults) {
    this.at = at;
    this.byName = byName;
    this.faults = faults;
  }

  /** Take a value as an object; anything else is reported and has no fields. */
  static Optional<JsonFields> of(Json json, String name, Faults faults) {
    if (json instanceof Json.Members members) {
      return Optional.of(new JsonFields(members.at(), members.byName(), faults));
    }
    faults.add(json.at(), Problem.JSON_KIND, name, "{ … }");
    return Optional.empty();
  }

  <T> T value(String name, Form<T> form) {
    return required(name).map(json -> read(json, name, form)).orElse(form.standIn());
  }

  <T> Optional<T> optional(String name, Form<T> form) {
    return present(name).map(json -> read(json, name, form));
  }

  /** A set of words; a missing one is empty, a repeated word is reported. */
  <T> Set<T> set(String name, Form<T> form) {
    Set<T> values = new LinkedHashSet<>();
    for (Json item : present(name).map(json -> items(json, name)).orElse(List.of())) {
      if (item instanceof Json.Text text && !values.add(read(item, name, form))) {
        faults.add(item.at(), Problem.VALUE_TWICE, name, text.value());
      } else if (!(item instanceof Json.Text)) {
        faults.add(item.at(), Problem.JSON_KIND, name, "\"…\"");
      }
    }
    return values;
  }

  <T> Set<T> requiredSet(String name, Form<T> form) {
    required(name);
    return set(name, form);
  }

  Wording wording(String name) {
    return object(name)
        .map(
            fields -> {
              Wording wording =
                  new Wording(fields.value("zh", Form.TEXT), fields.value("en", Form.TEXT));
              fields.done();
              return wording;
            })
        .orElse(NO_WORDING);
  }

  /** A required object. */
  Optional<JsonFields> object(String name) {
    return required(name).flatMap(json -> of(json, name, faults));
  }

  Optional<JsonFields> optionalObject(String name) {
    return present(name).flatMap(json -> of(json, name, faults));
  }

  /** A list of objects, read by {@code each}, which need not care for leftovers. */
  <T> List<T> objects(String name, Function<JsonFields, T> each) {
    List<T> values = new ArrayList<>();
    for (Json item : present(name).map(json -> items(json, name)).orElse(List.of())) {
      of(item, name, faults)
          .ifPresent(
              fields -> {
                values.add(each.apply(fields));
                fields.done();
              });
    }
    return values;
  }

  <T> List<T> requiredObjects(String name, Function<JsonFields, T> each) {
    required(name);
    return objects(name, each);
  }

  /** The values of a list, whatever they are. */
  List<Json> items(String name) {
    return present(name).map(json -> items(json, name)).orElse(List.of());
  }

  /** The same, where there must be a list. */
  List<Json> requiredItems(String name) {
    return required(name).map(json -> items(json, name)).orElse(List.of());
  }

  /** A required list as it is; an empty one stands in for whatever else there is. */
  Json array(String name) {
    required(name).ifPresent(json -> items(json, name));
    return present(name)
        .filter(json -> json instanceof Json.Array)
        .orElse(new Json.Array(at, List.of()));
  }

  /** The names of this object, where names are data. */
  Set<String> names() {
    return byName.keySet();
  }

  void fault(String name, Problem problem, String... arguments) {
    faults.add(place(name), problem, arguments);
  }

  /** Report every field nobody asked for. */
  void done() {
    byName.forEach(
        (name, json) -> {
          if (!asked.contains(name)) {
            faults.add(
                json.at(),
                Problem.JSON_PROPERTY_UNKNOWN,
                name,
                String.join(", ", asked.stream().sorted().toList()));
          }
        });
  }

  private At place(String name) {
    Json json = byName.get(name);
    return json == null ? at : json.at();
  }

  private Optional<Json> present(String name) {
    asked.add(name);
    return Optional.ofNullable(byName.get(name));
  }

  private Optional<Json> required(String name) {
    Optional<Json> json = present(name);
    if (json.isEmpty()) {
      faults.add(at, Problem.VALUE_MISSING, name);
    }
    return json;
  }

  private List<Json> items(Json json, String name) {
    if (json instanceof Json.Array array) {
      return array.items();
    }
    faults.add(json.at(), Problem.JSON_KIND, name, "[ … ]");
    return List.of();
  }

  /** Read one value, under the name it has in reports. */
  <T> T read(Json json, String name, Form<T> form) {
    String text;
    if (json instanceof Json.Text string && !form.isNumber()) {
      text = string.value();
    } else if (json instanceof Json.Numeral number && form.isNumber()) {
      text = number.value();
    } else {
      faults.add(json.at(), Problem.JSON_KIND, name, form.isNumber() ? form.hint() : "\"…\"");
      return form.standIn();
    }
    if (text.isBlank()) {
      faults.add(json.at(), Problem.VALUE_MISSING, name);
      return form.standIn();
    }
    return form.read(text, (problem, hint) -> faults.add(json.at(), problem, name, text, hint));
  }
}
