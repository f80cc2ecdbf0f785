package org.zhili.rest.internal.town;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * An operation as the live description tells it.
 *
 * @param path with its parameters in braces
 * @param bodyType the media type of the body; empty when it takes none
 * @param roles who may call it
 * @param open anybody may, without a login
 */
record Operation(
    String method,
    String path,
    List<Parameter> parameters,
    String bodyType,
    Set<String> roles,
    boolean open) {
  private static final String FILE = "application/octet-stream";

  /** Something of the address or a header. */
  record Parameter(String name, String in) {}

  /** All operations of a description that belong to the town. */
  static List<Operation> of(JsonNode description) {
    List<Operation> all = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : description.path("paths").properties()) {
      path.getValue()
          .properties()
          .forEach(verb -> all.add(of(verb.getKey(), path.getKey(), verb.getValue())));
    }
    all.removeIf(operation -> operation.path.equals("/health"));
    return all;
  }

  private static Operation of(String verb, String path, JsonNode node) {
    List<Parameter> parameters = new ArrayList<>();
    node.path("parameters")
        .forEach(
            p -> parameters.add(new Parameter(p.path("name").asText(), p.path("in").asText())));
    Set<String> roles = new TreeSet<>();
    node.path("x-allowed-roles").forEach(role -> roles.add(role.asText()));
    return new Operation(
        verb.toUpperCase(Locale.ROOT),
        path,
        parameters,
        bodyType(node.path("requestBody").path("content")),
        roles,
        node.has("security") && node.path("security").isEmpty());
  }

  private static String bodyType(JsonNode content) {
    return content.isEmpty() ? "" : content.fieldNames().next();
  }

  boolean hasBody() {
    return !bodyType.isEmpty();
  }

  /** What a sound request says of its body, if only that there is none. */
  String contentType() {
    return bodyType.equals(FILE) ? FILE : "application/json";
  }

  boolean takesJson() {
    return hasBody() && !bodyType.equals(FILE);
  }

  /** The address with something that is there in the place of each parameter. */
  String address(LiveTown town) {
    String address = path;
    for (Parameter parameter : parameters) {
      if (parameter.in.equals("path")) {
        address = address.replace("{" + parameter.name + "}", town.sample(path, parameter.name));
      }
    }
    return address;
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
