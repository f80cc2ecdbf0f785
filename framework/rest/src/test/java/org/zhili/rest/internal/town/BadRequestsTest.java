package org.zhili.rest.internal.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.zhili.access.Role;
import org.zhili.access.internal.AccessDesk;
import org.zhili.access.internal.TestAccess;
import org.zhili.access.internal.accounts.AccountBook.Draft;
import org.zhili.access.internal.rest.AccountExportResource;
import org.zhili.access.internal.rest.AccountImportResource;
import org.zhili.access.internal.rest.AccountResource;
import org.zhili.access.internal.rest.Authenticator;
import org.zhili.access.internal.rest.CityRegister;
import org.zhili.access.internal.rest.DatabaseFailureMapper;
import org.zhili.access.internal.rest.RefusalAudit;
import org.zhili.access.internal.rest.SubjectResource;
import org.zhili.resources.TestTown;
import org.zhili.rest.internal.door.Town;
import org.zhili.rest.internal.town.LiveTown.Try;

/**
 * Every operation the live description names, with everything that could be wrong, from somebody
 * who has logged in as people do and may do everything.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadRequestsTest {
  private static final int AT_ONCE = 16;

  private static final Draft EVERYBODY =
      new Draft(
          "alma",
          Set.of(Role.OPERATOR, Role.SUPERVISOR, Role.ADMINISTRATOR, Role.UNIT),
          Optional.of(TestTown.WORKS),
          Set.of());

  /** Nobody is two of the three administrators. */
  private static final List<Draft> OTHERS =
      List.of(
          new Draft("sam", Set.of(Role.SECURITY_ADMINISTRATOR), Optional.empty(), Set.of()),
          new Draft("ada", Set.of(Role.AUDIT_ADMINISTRATOR), Optional.empty(), Set.of()));

  private TestAccess access;
  private LiveTown town;
  private String token;
  private String security;
  private String audit;
  private List<Operation> operations;

  @SuppressWarnings("NullAway.Init")
  BadRequestsTest() {} // JUnit fills the fields

  @BeforeAll
  void open(@TempDir Path folder) {
    access = new TestAccess(folder);
    AccessDesk desk = access.desk();
    TestAccess.account(desk, EVERYBODY, "correct horse");
    OTHERS.forEach(other -> TestAccess.account(desk, other, "correct horse"));
    token = TestAccess.login(desk, EVERYBODY.name(), "correct horse").token();
    security = TestAccess.login(desk, "sam", "correct horse").token();
    audit = TestAccess.login(desk, "ada", "correct horse").token();
    TestTown city = new TestTown();
    town =
        new LiveTown(
            city,
            List.of(new Authenticator(desk), new RefusalAudit(), new DatabaseFailureMapper()),
            List.of(
                new AccountResource(desk, new CityRegister(city.town())),
                new SubjectResource(desk),
                new AccountExportResource(desk, new CityRegister(city.town())),
                new AccountImportResource(desk, new CityRegister(city.town()))));
    operations = Operation.of(town.description());
  }

  @AfterAll
  void close() {
    town.close();
    access.close();
  }

  @Test
  void a_sound_request_is_understood_by_every_operation() {
    assertThat(operations).hasSizeGreaterThan(40);
    for (Operation operation : operations) {
      town.rest();
      Town.Answer answer = town.answer(sound(operation));
      assertThat(answer.status())
          .as(operation + " " + answer.body())
          .isNotIn(400, 401, 403, 405, 406, 415)
          .isLessThan(500);
    }
  }

  @Test
  void whatever_is_wrong_with_a_request_is_the_callers_fault_and_told_as_a_problem() {
    List<String> bad = new ArrayList<>();
    int sent = 0;
    for (Operation operation : operations) {
      List<Try> tries = tries(operation);
      sent += tries.size();
      for (int from = 0; from < tries.size(); from += AT_ONCE) {
        town.rest();
        List<Try> some = tries.subList(from, Math.min(tries.size(), from + AT_ONCE));
        List<CompletableFuture<Town.Answer>> answers = some.stream().map(town::send).toList();
        for (int i = 0; i < some.size(); i++) {
          complaint(some.get(i), answers.get(i).join()).ifPresent(bad::add);
        }
      }
      if (operation.hasBody()) {
        // of an operation that takes nothing but a file, there is less to be mistaken in
        int least = operation.parameters().isEmpty() ? 30 : 70;
        assertThat(tries.size()).as(operation.toString()).isGreaterThan(least);
      }
    }
    assertThat(bad).as("of " + sent + " requests").isEmpty();
    assertThat(sent).isGreaterThan(5_000);
    assertThat(town.answer(Try.of("GET", "/status", token, "")).status()).isEqualTo(200);
    assertThat(town.answer(Try.of("POST", "/cases", token, report())).status()).isIn(200, 201);
  }

  private String report() {
    return SoundBodies.of(
        operations.stream()
            .filter(o -> o.toString().equals("POST /cases"))
            .findFirst()
            .orElseThrow());
  }

  private Try sound(Operation operation) {
    return Try.of(
        operation.method(),
        operation.address(town),
        token(operation),
        operation.contentType(),
        SoundBodies.of(operation));
  }

  private List<Try> tries(Operation operation) {
    Try sound = sound(operation);
    List<Try> tries = new ArrayList<>();
    for (Operation.Parameter parameter : operation.parameters()) {
      switch (parameter.in()) {
        case "path" -> inPath(operation, sound, parameter, tries);
        case "query" -> inQuery(sound, parameter, tries);
        default -> inHeader(sound, parameter, tries);
      }
    }
    if (operation.takesJson()) {
      Mischief.of(SoundBodies.of(operation)).forEach(body -> tries.add(with(sound, bytes(body))));
    }
    if (operation.hasBody()) {
      Mischief.bodies().forEach(body -> tries.add(with(sound, body)));
      for (String type :
          List.of(
              "text/plain",
              "application/xml",
              "application/json; charset=x",
              "application/json; charset=\"\"",
              "application/json;charset=?",
              "/")) {
        tries.add(with(sound, Map.of("Content-Type", type)));
      }
    } else {
      tries.add(with(sound, bytes("{\"unexpected\":true}")));
    }
    tries.add(with(sound, Map.of("Accept", "image/png")));
    tries.add(with(sound, Map.of("Accept-Language", "xx;q=2, *;q=x, zh-Hant-TW-x")));
    return tries;
  }

  private void inPath(
      Operation operation, Try sound, Operation.Parameter parameter, List<Try> tries) {
    String there = town.sample(operation.path(), parameter.name());
    for (String word : Mischief.words()) {
      Try elsewhere = at(sound, sound.address().replace("/" + there, "/" + word));
      tries.add(elsewhere);
      if (operation.hasBody()) {
        tries.add(with(elsewhere, bytes("{}")));
        tries.add(with(elsewhere, bytes("[]")));
      }
    }
  }

  private static void inQuery(Try sound, Operation.Parameter parameter, List<Try> tries) {
    for (String word : Mischief.words()) {
      tries.add(at(sound, sound.address() + "?" + parameter.name() + "=" + word));
    }
    String name = parameter.name();
    tries.add(at(sound, sound.address() + "?" + name));
    tries.add(at(sound, sound.address() + "?" + name + "="));
    tries.add(at(sound, sound.address() + "?" + name + "=1&" + name + "=2"));
    tries.add(at(sound, sound.address() + "?" + (name + "=x&").repeat(40)));
  }

  private static void inHeader(Try sound, Operation.Parameter parameter, List<Try> tries) {
    Mischief.headers().forEach(value -> tries.add(with(sound, Map.of(parameter.name(), value))));
  }

  private static Try at(Try sound, String address) {
    return new Try(
        sound.method() + " " + address,
        sound.method(),
        address,
        sound.headers(),
        sound.token(),
        sound.body());
  }

  private static Try with(Try sound, byte[] body) {
    return new Try(
        sound.what() + " " + new String(body, StandardCharsets.UTF_8),
        sound.method(),
        sound.address(),
        fresh(sound.headers()),
        sound.token(),
        Optional.of(body));
  }

  /** A key that was used for another body would be refused for that alone. */
  private static Map<String, String> fresh(Map<String, String> headers) {
    Map<String, String> own = new HashMap<>(headers);
    own.put("Idempotency-Key", java.util.UUID.randomUUID().toString());
    return own;
  }

  private static Try with(Try sound, Map<String, String> headers) {
    Map<String, String> all = fresh(sound.headers());
    all.putAll(headers);
    return new Try(
        sound.what() + " " + headers,
        sound.method(),
        sound.address(),
        all,
        sound.token(),
        sound.body());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Optional<String> complaint(Try attempt, Town.Answer answer) {
    String what = attempt.what().substring(0, Math.min(attempt.what().length(), 300));
    String told = answer.status() + " to " + what + ": " + answer.body();
    if (answer.status() >= 500) {
      return Optional.of(told);
    }
    boolean refused = answer.status() >= 400;
    boolean problem =
        answer.header("Content-Type").startsWith("application/problem+json")
            && answer.code().matches("ZL-\\d{4}")
            && !answer.json().path("messages").path("zh").asText().isBlank();
    boolean inside = answer.body().contains("Exception") || answer.body().contains("org.zhili");
    return refused && (!problem || inside) ? Optional.of(told) : Optional.empty();
  }

  private String token(Operation operation) {
    if (operation.path().contains("/accounts")) {
      return security;
    }
    return operation.roles().equals(Set.of(Role.AUDIT_ADMINISTRATOR)) ? audit : token;
  }
}
