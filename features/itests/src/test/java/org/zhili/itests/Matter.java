package org.zhili.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** One case, as the people who handle it see it. */
record Matter(Town town, String id) {
  /** As the operator sees it. */
  JsonNode read() {
    return town.people().operator().read("/cases/" + id);
  }

  String state() {
    return read().path("state").asText();
  }

  /** Wait until it is dispatched to this unit. */
  Matter ledBy(String unit) {
    Eventually.passes(
        () -> assertThat(read().path("assignment").path("lead").asText()).isEqualTo(unit));
    return this;
  }

  /** Let somebody act on it. */
  void act(Rest who, String action) {
    act(who, action, "");
  }

  /**
   * Let somebody act on it.
   *
   * @param more further fields of the request, such as evidence
   */
  void act(Rest who, String action, String more) {
    String fields = more.isEmpty() ? "" : ", " + more;
    who.post(
            "/cases/" + id + "/actions",
            """
            {"action": "%s"%s}"""
                .formatted(action, fields))
        .expect(200);
  }

  /** Let the unit that leads it do what is to be done, and the supervisor close it. */
  void finish(String unit) {
    act(town.people().of(unit), "acknowledge");
    act(
        town.people().of(unit),
        "feed-back",
        "\"evidence\": [{\"kind\": \"note\", \"content\": \"已修好\"}]");
    act(town.people().supervisor(), "close");
  }

  JsonNode trace() {
    JsonNode trace = town.people().operator().read("/cases/" + id + "/trace");
    assertThat(trace.path("intact").asBoolean()).as("the trace is intact").isTrue();
    return trace.path("entries");
  }

  /** What the trace keeps of the first entry with this action. */
  JsonNode traced(String action) {
    for (JsonNode entry : trace()) {
      if (entry.path("action").asText().equals(action)) {
        return entry;
      }
    }
    throw new AssertionError("no " + action + " in " + trace());
  }

  /** The states it went through, in order. */
  List<String> states() {
    List<String> states = new ArrayList<>();
    for (JsonNode entry : trace()) {
      String state = entry.path("state").asText();
      if (states.isEmpty() || !states.get(states.size() - 1).equals(state)) {
        states.add(state);
      }
    }
    return states;
  }
}
