package org.zhili.resources;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.zhili.access.Allowed;

/** Who may call what. An operation that is not in this table fails the build. */
class PermissionsTest {
  private static final String STAFF = "administrator operator supervisor unit";
  private static final String OUTSIDE_TOO = "administrator grid-worker operator supervisor unit";
  private static final String WALL_TOO = "administrator display operator supervisor unit";
  private static final String DESK = "administrator operator";

  private static final Map<String, String> RULES =
      Map.ofEntries(
          Map.entry("GET cases", OUTSIDE_TOO),
          Map.entry("POST cases", "grid-worker operator"),
          Map.entry("GET cases/counts", WALL_TOO),
          Map.entry("GET cases/places", WALL_TOO),
          Map.entry("GET cases/hot", WALL_TOO),
          Map.entry("GET cases/today", WALL_TOO),
          Map.entry("GET cases/newest", "administrator display operator supervisor"),
          Map.entry("GET cases/{case}", OUTSIDE_TOO),
          Map.entry("POST cases/{case}/actions", "grid-worker operator supervisor unit"),
          Map.entry("GET cases/{case}/attachments", OUTSIDE_TOO),
          Map.entry("POST attachments", "grid-worker operator supervisor unit"),
          Map.entry("GET attachments/{id}", OUTSIDE_TOO),
          Map.entry("GET matters", "grid-worker operator"),
          Map.entry("GET cases/{case}/file", STAFF),
          Map.entry("GET cases/{case}/trace", OUTSIDE_TOO),
          Map.entry("POST cases/{case}/disclosure", "grid-worker operator supervisor unit"),
          Map.entry("GET cases/{case}/orders", STAFF),
          Map.entry("GET cases/{case}/reviews", "administrator operator supervisor"),
          Map.entry("GET orders", "unit"),
          Map.entry("POST orders/{id}/acknowledgement", "unit"),
          Map.entry("GET reviews", "operator"),
          Map.entry("POST reviews/{case}/claim", "operator"),
          Map.entry("DELETE reviews/{case}/claim", "operator"),
          Map.entry("POST reviews/{case}/decision", "operator"),
          Map.entry("GET public/progress/{code}", "anyone"),
          Map.entry("POST public/progress/{code}/rating", "anyone"),
          Map.entry("POST public/progress/{code}/urging", "anyone"),
          Map.entry("POST public/progress/{code}/reopening", "anyone"),
          Map.entry("GET public/town", "anyone"),
          Map.entry("GET public/reports/matters", "anyone"),
          Map.entry("GET public/reports/areas", "anyone"),
          Map.entry("POST public/reports/nearby", "anyone"),
          Map.entry("POST public/reports", "anyone"),
          Map.entry("GET alerts", "administrator operator supervisor"),
          Map.entry("GET alerts/{id}", "administrator operator supervisor"),
          Map.entry("POST alerts/{id}/acknowledgement", "operator supervisor"),
          Map.entry("GET devices/{id}/state", "administrator operator supervisor"),
          Map.entry("GET device-states", "administrator operator supervisor"),
          Map.entry("GET assets", STAFF),
          Map.entry("GET devices", DESK),
          Map.entry("GET devices/{id}", DESK),
          Map.entry("GET devices/{id}/alarms", "administrator operator supervisor"),
          Map.entry("PUT devices/{id}", "administrator"),
          Map.entry("POST devices/{id}/credential", "administrator"),
          Map.entry("DELETE devices/{id}/credential", "administrator"),
          Map.entry("POST gateways/{name}/credential", "administrator"),
          Map.entry("DELETE gateways/{name}/credential", "administrator"),
          Map.entry("GET assets/{code}", STAFF),
          Map.entry("PUT assets/{code}", "administrator"),
          Map.entry("GET units", "administrator operator security-administrator supervisor unit"),
          Map.entry(
              "GET areas",
              "administrator display grid-worker operator security-administrator supervisor unit"),
          Map.entry("GET areas/shapes", WALL_TOO),
          Map.entry("GET case-types", STAFF),
          Map.entry("GET rules", STAFF),
          Map.entry("GET trust", "administrator"),
          Map.entry("GET editions", "administrator"),
          Map.entry("GET editions/{part}", "administrator"),
          Map.entry("GET editions/{part}/history", "administrator"),
          Map.entry("GET editions/{part}/history/{number}", "administrator"),
          Map.entry("GET editions/{part}/template", "administrator"),
          Map.entry("POST editions/{part}/check", "administrator"),
          Map.entry("POST editions/{part}/preview", "administrator"),
          Map.entry("POST editions/{part}", "administrator"),
          Map.entry("GET quarantine", DESK),
          Map.entry("POST quarantine/{id}/replay", DESK),
          Map.entry("POST quarantine/replay", DESK),
          Map.entry("GET inbox", DESK),
          Map.entry("POST inbox/{name}/approval", "administrator"),
          Map.entry("POST inbox/{name}/dismissal", "administrator"),
          Map.entry("POST scores/runs", "supervisor"),
          Map.entry("GET scores", STAFF),
          Map.entry("GET scores/{unit}", STAFF),
          Map.entry("GET exports/cases", STAFF),
          Map.entry("GET exports/reviews", "operator"),
          Map.entry("GET exports/orders", "unit"),
          Map.entry("GET exports/alerts", "administrator operator supervisor"),
          Map.entry("GET exports/devices", DESK),
          Map.entry("GET exports/device-states", "administrator operator supervisor"),
          Map.entry("GET exports/devices/{id}/alarms", "administrator operator supervisor"),
          Map.entry("GET exports/inbox", DESK),
          Map.entry("GET exports/quarantine", DESK),
          Map.entry("GET exports/assets", STAFF),
          Map.entry("GET exports/units", STAFF),
          Map.entry("GET exports/areas", STAFF),
          Map.entry("GET exports/scores", STAFF),
          Map.entry("GET exports/audit", "audit-administrator"),
          Map.entry("GET exports/set-aside", "administrator"),
          Map.entry("POST imports/devices", "administrator"),
          Map.entry("POST imports/devices/errors", "administrator"),
          Map.entry("GET imports/devices/template", "administrator"),
          Map.entry("POST imports/assets", "administrator"),
          Map.entry("POST imports/assets/errors", "administrator"),
          Map.entry("GET imports/assets/template", "administrator"),
          Map.entry("POST imports/inbox", "administrator"),
          Map.entry("POST imports/inbox/errors", "administrator"),
          Map.entry("GET imports/inbox/template", "administrator"),
          Map.entry("POST imports/cases", "grid-worker operator"),
          Map.entry("POST imports/cases/errors", "grid-worker operator"),
          Map.entry("GET imports/cases/template", "grid-worker operator"),
          Map.entry("GET live", WALL_TOO),
          Map.entry("GET terms", OUTSIDE_TOO),
          Map.entry("GET pages", "anyone"),
          Map.entry("GET pages/{module}/{edition}/{file}", "anyone"),
          Map.entry("GET plug-ins", "administrator operator supervisor"),
          Map.entry("PUT plug-ins/{kind}/{id}/isolation", "administrator"),
          Map.entry("DELETE plug-ins/{kind}/{id}/isolation", "administrator"),
          Map.entry("GET shelf", "administrator"),
          Map.entry("GET shelf/{name}", "administrator"),
          Map.entry("POST shelf", "administrator"),
          Map.entry("DELETE shelf/{name}", "administrator"),
          Map.entry("POST shelf/{name}/rollback", "administrator"),
          Map.entry("GET audit", "audit-administrator"),
          Map.entry("GET audit/verification", "audit-administrator"),
          Map.entry("GET settings", "administrator"),
          Map.entry("GET settings/{pid}", "administrator"),
          Map.entry("PUT settings/{pid}", "administrator"),
          Map.entry("GET doctor", "administrator"),
          Map.entry("GET set-aside", "administrator"),
          Map.entry("POST set-aside/{id}/retry", "administrator"),
          Map.entry("POST set-aside/retry", "administrator"),
          Map.entry("GET metrics", "administrator operator supervisor"),
          Map.entry("GET status", STAFF));

  @Test
  void every_operation_is_listed_with_those_who_may_call_it() {
    Map<String, String> found = new TreeMap<>();
    operations()
        .forEach(
            operation ->
                found.put(
                    name(operation),
                    Optional.ofNullable(operation.getAnnotation(Allowed.class))
                        .map(
                            allowed ->
                                String.join(" ", new TreeSet<>(Arrays.asList(allowed.value()))))
                        .orElse("nobody")));
    assertThat(found).containsExactlyInAnyOrderEntriesOf(RULES);
  }

  @Test
  void every_operation_is_described_in_both_languages() {
    assertThat(operations().map(m -> m.getAnnotation(Operation.class).summary()))
        .hasSize(RULES.size())
        .allSatisfy(summary -> assertThat(summary).matches("[A-Z][ -~]+ · [^ -~]\\P{Cntrl}+"));
  }

  static Stream<Method> operations() {
    try (TestTown town = new TestTown()) {
      return town.resources().all().stream()
          .flatMap(resource -> Arrays.stream(resource.getClass().getDeclaredMethods()))
          .filter(method -> verb(method).isPresent())
          .collect(Collectors.toList())
          .stream();
    }
  }

  private static String name(Method operation) {
    String path =
        Stream.of(
                operation.getDeclaringClass().getAnnotation(Path.class),
                operation.getAnnotation(Path.class))
            .flatMap(Stream::ofNullable)
            .map(Path::value)
            .collect(Collectors.joining("/"));
    return verb(operation).orElseThrow() + " " + path;
  }

  private static Optional<String> verb(Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(each -> each.annotationType().getAnnotation(HttpMethod.class))
        .flatMap(Stream::ofNullable)
        .map(HttpMethod::value)
        .findFirst();
  }
}
