package org.zhili.rest.internal.town;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.Priority;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.zhili.access.Role;
import org.zhili.access.Viewer;
import org.zhili.core.ingest.Alert;
import org.zhili.core.ingest.IngestSamples;
import org.zhili.core.ingest.Quarantined;
import org.zhili.id.AreaId;
import org.zhili.resources.Alerts;
import org.zhili.resources.Bodies;
import org.zhili.resources.Life;
import org.zhili.resources.LoggedIn;
import org.zhili.resources.SampleModule;
import org.zhili.resources.SampleSettings;
import org.zhili.resources.SampleShelf;
import org.zhili.resources.TestTown;
import org.zhili.rest.internal.door.Town;
import org.zhili.rest.internal.engine.Application;
import org.zhili.rest.internal.engine.FixedPart;
import org.zhili.rest.internal.engine.Part;

/** The town's own resources behind the real door, on a real server, for callers with tokens. */
final class LiveTown implements AutoCloseable {
  /** Whoever has this token has every role. */
  static final String ALL = "all";

  /** Whoever has this token has every role, in the west only, and nothing of the samples. */
  static final String STRANGER = "stranger";

  /** Whoever has this token has every role, and speaks for the works, in the west only. */
  static final String OTHER_AREA = "other-area";

  /** Whoever has this token speaks for a unit that none of the samples was given to. */
  static final String OTHER_UNIT = "elsewhere";

  private final TestTown town;
  private final Town door = Town.guarded();
  private final Map<String, String> samples = new HashMap<>();

  /** A town that knows callers by tokens which everybody knows. */
  LiveTown() {
    this(new TestTown(), List.of(new Tokens()), List.of());
  }

  /**
   * Open the door of a town.
   *
   * @param guards what tells who calls, before the town's own extensions
   * @param more resources beside the town's own
   */
  LiveTown(TestTown town, List<Object> guards, List<Object> more) {
    this.town = town;
    town.bring(new SampleModule(), "1.0.0");
    Life life = new Life(town);
    String dispatched = life.dispatched();
    String closed = life.closed();
    town.advise(TestTown.WORKS);
    String waiting = life.report(Bodies.report()).head().id();
    life.act(waiting, Bodies.action("accept"), LoggedIn.OPERATOR);
    town.work();
    Alert alert = new Alerts(town).raise("MC-east");
    Quarantined message =
        IngestSamples.quarantined(Quarantined.Kind.NO_DRIVER, town.town().clock().instant());
    town.town().stores().ingest().park(message);
    samples.put("case", dispatched);
    samples.put("waiting", waiting);
    samples.put("finished", closed);
    samples.put("closed", town.file(closed).publicCode());
    samples.put("order", Long.toString(order(dispatched)));
    samples.put("alert", alert.id().toString());
    samples.put("message", message.id().toString());
    door.serve(application(guards, more));
  }

  private long order(String id) {
    return town.town().orders().of(town.file(id).id()).get(0).id();
  }

  private Application application(List<Object> guards, List<Object> more) {
    return new Application(
        parts(more, town.resources().all()),
        parts(guards, town.resources().extensions()),
        true,
        true,
        "Bearer realm=\"test\"");
  }

  private static List<Part> parts(List<?> some, List<?> others) {
    return Stream.concat(some.stream(), others.stream()).<Part>map(FixedPart::new).toList();
  }

  /** What an address may hold at this place, so that something is there. */
  String sample(String path, String parameter) {
    String kind =
        switch (parameter) {
          case "case" -> path.startsWith("/reviews") ? "waiting" : "case";
          case "code" -> path.startsWith("/public") ? "closed" : "asset";
          case "id", "name" -> path.split("/", -1)[1];
          default -> parameter;
        };
    return switch (kind) {
      case "case", "waiting", "closed" -> samples.getOrDefault(kind, "");
      case "attachments" -> new UUID(0, 0).toString();
      case "orders" -> samples.getOrDefault("order", "");
      case "alerts" -> samples.getOrDefault("alert", "");
      case "quarantine" -> samples.getOrDefault("message", "");
      case "devices", "exports" -> "MC-east";
      case "asset" -> "A-east";
      case "gateways", "inbox" -> "GW-1";
      case "accounts" -> "nobody-there";
      case "kind" -> "ScoringModel";
      case "plug-ins" -> "counting";
      case "shelf" -> SampleShelf.NAME;
      case "set-aside" -> "1";
      case "part" -> "calendar";
      case "number" -> "0";
      case "pid" -> SampleSettings.PID;
      case "module" -> "garden";
      case "edition" -> "0".repeat(16);
      case "file" -> "gate.js";
      case "unit" -> TestTown.WORKS.value();
      default -> throw new IllegalArgumentException("no sample of " + parameter + " in " + path);
    };
  }

  /** What no answer to somebody of another unit may hold: ids and numbers of the samples' cases. */
  List<String> marksOfCases() {
    return Stream.of("case", "waiting", "finished")
        .map(kind -> town.file(samples.getOrDefault(kind, "")))
        .flatMap(file -> Stream.of(file.id().toString(), file.number()))
        .toList();
  }

  /** What no answer to somebody of another area may hold. */
  List<String> marksOfTheEast() {
    return Stream.concat(
            marksOfCases().stream(),
            Stream.of("MC-east", "A-east", samples.getOrDefault("alert", "")))
        .toList();
  }

  JsonNode description() {
    return door.get("/openapi.json").json();
  }

  /** How far the town's cases have come. */
  long version() {
    return town.file(samples.getOrDefault("case", "")).version();
  }

  /** Let limits that count real time forget. */
  void rest() {
    town.wait(Duration.ofHours(2));
  }

  CompletableFuture<Town.Answer> send(Try attempt) {
    List<String> headers = new ArrayList<>();
    attempt.headers().forEach((name, value) -> headers.addAll(List.of(name, value)));
    attempt.token().ifPresent(t -> headers.addAll(List.of("Authorization", "Bearer " + t)));
    return door.sending(
        attempt.method(),
        attempt.address(),
        attempt.body().map(bytes -> BodyPublishers.ofByteArray(bytes)),
        headers.toArray(String[]::new));
  }

  Town.Answer answer(Try attempt) {
    return send(attempt).join();
  }

  /** One request. */
  record Try(
      String what,
      String method,
      String address,
      Map<String, String> headers,
      Optional<String> token,
      Optional<byte[]> body) {
    static Try of(String method, String address, String token, String json) {
      return of(method, address, token, "application/json", json);
    }

    static Try of(String method, String address, String token, String type, String body) {
      return new Try(
          method + " " + address,
          method,
          address,
          Map.of(
              "Content-Type",
              type,
              "If-Match",
              "*",
              "Idempotency-Key",
              UUID.randomUUID().toString()),
          Optional.of(token),
          body.isEmpty() ? Optional.empty() : Optional.of(body.getBytes(StandardCharsets.UTF_8)));
    }
  }

  @Override
  public void close() {
    door.close();
    town.close();
  }

  /** Knows the callers by their tokens; a token nobody has is refused. */
  @PreMatching
  @Priority(Priorities.AUTHENTICATION)
  public static final class Tokens implements ContainerRequestFilter {
    private static final Viewer EVERYBODY =
        new Viewer(
            "alma",
            Set.of(
                Role.OPERATOR,
                Role.SUPERVISOR,
                Role.ADMINISTRATOR,
                Role.AUDIT_ADMINISTRATOR,
                Role.UNIT,
                Role.GRID_WORKER),
            Optional.of(TestTown.WORKS),
            Set.of());

    private static final Viewer FOREIGNER =
        new Viewer(
            "stan", EVERYBODY.roles(), Optional.of(TestTown.TELECOM), Set.of(new AreaId("west")));

    private static final Viewer WESTERNER =
        new Viewer("wes", EVERYBODY.roles(), EVERYBODY.unit(), FOREIGNER.areas());

    private static final Map<String, LoggedIn> CALLERS =
        Map.ofEntries(
            Map.entry(Role.OPERATOR, LoggedIn.OPERATOR),
            Map.entry(Role.SUPERVISOR, LoggedIn.SUPERVISOR),
            Map.entry(Role.ADMINISTRATOR, LoggedIn.ADMINISTRATOR),
            Map.entry(Role.SECURITY_ADMINISTRATOR, LoggedIn.SECURITY),
            Map.entry(Role.AUDIT_ADMINISTRATOR, LoggedIn.AUDITOR),
            Map.entry(Role.UNIT, LoggedIn.WORKS),
            Map.entry(Role.GRID_WORKER, LoggedIn.GRID_WORKER),
            Map.entry(Role.DISPLAY, LoggedIn.DISPLAY),
            Map.entry(OTHER_UNIT, LoggedIn.TELECOM),
            Map.entry(OTHER_AREA, new LoggedIn(Optional.of(WESTERNER))),
            Map.entry("western", LoggedIn.OPERATOR.in("west")),
            Map.entry(STRANGER, new LoggedIn(Optional.of(FOREIGNER))),
            Map.entry(ALL, new LoggedIn(Optional.of(EVERYBODY))));

    @Override
    public void filter(ContainerRequestContext request) {
      String header = request.getHeaderString("Authorization");
      if (header != null) {
        LoggedIn caller = CALLERS.get(header.substring(header.indexOf(' ') + 1));
        if (caller == null) {
          throw new NotAuthorizedException("Bearer");
        }
        request.setSecurityContext(caller);
      }
    }
  }
}
