package org.zhili.resources;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.zhili.casework.Limit.LimitUnit;
import org.zhili.resources.internal.cases.ActionBody;
import org.zhili.resources.internal.cases.EvidenceBody;
import org.zhili.resources.internal.cases.ReportBody;
import org.zhili.resources.internal.city.AssetBody;

/** Bodies of requests as callers usually send them. */
public final class Bodies {
  private static final JsonMapper JSON = JsonMapper.builder().addModule(new Jdk8Module()).build();

  private Bodies() {}

  /** A missing cover in the east, on no registered asset. */
  public static ReportBody report() {
    return report("east-1", Optional.empty());
  }

  public static ReportBody report(String area, Optional<String> asset) {
    return new ReportBody(
        "test.component",
        Optional.of("missing"),
        "hotline",
        "manhole_cover",
        "missing",
        area,
        "中山路100号",
        Optional.empty(),
        "王小明来电:井盖不见了",
        Optional.empty(),
        asset,
        List.of(),
        Optional.empty());
  }

  /** A cover in the east that somebody owns. */
  public static AssetBody cover(String owner) {
    return new AssetBody(
        "manhole_cover",
        new AssetBody.NameBody("井盖", "Cover"),
        "east-1",
        "中山路",
        Optional.empty(),
        Optional.of(owner),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  public static ActionBody action(String action) {
    return action(action, "");
  }

  /** With a reason, and with the evidence of which kinds. */
  public static ActionBody action(String action, String reason, String... evidence) {
    return body(bring(json(action, reason), evidence));
  }

  private static ObjectNode bring(ObjectNode json, String... evidence) {
    ArrayNode brought = json.putArray("evidence");
    List.of(evidence)
        .forEach(
            kind ->
                brought
                    .addObject()
                    .put("kind", kind)
                    .put("content", "https://photos.example.org/seen.jpg"));
    return json;
  }

  /** A milestone that is met, with the evidence of which kinds. */
  public static ActionBody meet(String milestone, String... evidence) {
    return body(bring(json("meet", "").put("milestone", milestone), evidence));
  }

  /** A note that is nothing but what it shows. */
  public static ActionBody note(EvidenceBody shown) {
    ObjectNode json = json("note", "");
    json.putArray("evidence").addObject().put("kind", shown.kind()).put("content", shown.content());
    return body(json);
  }

  public static ActionBody dispatch(String lead, String reason, String... supervising) {
    ObjectNode json = json("dispatch", reason).put("lead", lead);
    List.of(supervising).forEach(json.putArray("supervising")::add);
    return body(json);
  }

  /** More time to mend, for a good reason. */
  public static ActionBody extend(int amount, LimitUnit unit) {
    return body(
        json("extend", "rain")
            .put("milestone", "repair")
            .put("amount", amount)
            .put("unit", unit.name()));
  }

  public static ActionBody merge(String into) {
    return body(json("merge", "the same").put("into", into));
  }

  /** What whoever reported a case says of its end. */
  public static ActionBody rating(Optional<Boolean> solved, Optional<Integer> stars) {
    ObjectNode json = json("rate", "").put("comment", "good");
    solved.ifPresent(said -> json.put("solved", said));
    stars.ifPresent(given -> json.put("stars", given));
    return body(json);
  }

  private static ObjectNode json(String action, String reason) {
    return JSON.createObjectNode().put("action", action).put("reason", reason);
  }

  /** As the server reads it. */
  private static ActionBody body(ObjectNode json) {
    try {
      return JSON.treeToValue(json, ActionBody.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
