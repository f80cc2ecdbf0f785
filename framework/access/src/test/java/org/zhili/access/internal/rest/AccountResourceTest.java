package org.zhili.access.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.zhili.access.internal.TestAccess.login;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhili.access.Allowed;
import org.zhili.access.Role;
import org.zhili.access.Viewer;
import org.zhili.access.internal.AccessDesk;
import org.zhili.access.internal.TestAccess;
import org.zhili.access.internal.Trouble;
import org.zhili.access.internal.accounts.Sessions;
import org.zhili.core.town.QuietTown;
import org.zhili.data.DatabaseFailure;
import org.zhili.id.AreaId;
import org.zhili.resources.problem.Problem;
import org.zhili.resources.problem.ProblemException;
import org.zhili.resources.security.Audit;
import org.zhili.resources.security.ViewerPrincipal;
import org.zhili.text.Language;
import org.zhili.text.Words;

class AccountResourceTest {
  private static final Caller ADA = new Caller(viewer());

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  private final QuietTown city = new QuietTown();
  private TestAccess access;
  private AccessDesk desk;
  private AccountResource accounts;

  @BeforeEach
  void start() {
    access = new TestAccess(folder);
    desk = access.desk();
    accounts = new AccountResource(desk, new CityRegister(city.town()));
  }

  @AfterEach
  void close() {
    access.close();
    city.close();
  }

  @Test
  void every_operation_of_accounts_is_the_administrators_and_those_of_sessions_are_anybodys() {
    assertThat(AccountResource.class.getAnnotation(Allowed.class).value())
        .containsExactly(Role.ADMINISTRATOR);
    assertThat(SessionResource.class.getAnnotation(Allowed.class).value())
        .containsExactly(Allowed.ANYONE);
    assertThat(operations()).hasSize(10);
    assertThat(operations()).noneMatch(method -> method.isAnnotationPresent(Allowed.class));
    assertThat(operations())
        .extracting(method -> method.getAnnotation(Operation.class).summary())
        .allSatisfy(summary -> assertThat(summary).matches("[A-Z][ -~]+ · [^ -~]\\P{Cntrl}+"));
  }

  private static List<Method> operations() {
    return Stream.of(AccountResource.class, SessionResource.class)
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .filter(
            method ->
                Arrays.stream(method.getAnnotations())
                    .anyMatch(a -> a.annotationType().isAnnotationPresent(HttpMethod.class)))
        .toList();
  }

  @Test
  void an_account_is_made_with_a_password_that_is_shown_once() {
    FreshView fresh = create(body("olivia", "operator"));
    assertThat(login(desk, "olivia", fresh.password()).session().account().mustChangePassword())
        .isTrue();
    assertThat(accounts.list(ADA))
        .extracting(AccountView::name)
        .containsExactly("admin", "olivia", "operator", "supervisor");
    assertThat(accounts.list(ADA).toString() + fresh).doesNotContain(fresh.password());
  }

  @Test
  void a_name_is_given_once() {
    create(body("olivia", "operator"));
    refused(409, "ZL-3109", () -> create(body("olivia", "supervisor")));
  }

  @Test
  void who_asks_again_because_the_answer_was_lost_gets_a_password_that_opens() {
    AccountBody olivia = body("olivia", "operator");
    FreshView lost = create(olivia, "key-0001");
    FreshView again = create(olivia, "key-0001");
    assertThat(again.password()).as("the first is kept nowhere").isNotEqualTo(lost.password());
    assertThat(login(desk, "olivia", again.password()).session().account().mustChangePassword())
        .isTrue();
    assertThat(desk.accounts().all()).hasSize(4);
    refused(409, "ZL-3109", () -> create(olivia, "key-0002"));
    refused(409, "ZL-3123", () -> create(body("oscar", "operator"), "key-0001"));
    refused(409, "ZL-3123", () -> create(body("olivia", "administrator"), "key-0001"));
    refused(400, "ZL-3119", () -> create(body("oscar", "operator"), "short"));
  }

  @Test
  void a_password_its_owner_has_chosen_is_not_replaced_by_a_request_sent_again() {
    AccountBody olivia = body("olivia", "operator");
    FreshView fresh = create(olivia, "key-0001");
    Sessions.Session session = login(desk, "olivia", fresh.password()).session();
    desk.logins().change(session, fresh.password(), "correct horse", TestAccess.HERE);
    refused(409, "ZL-3109", () -> create(olivia, "key-0001"));
    assertThat(login(desk, "olivia", "correct horse").token()).isNotEmpty();
  }

  @Test
  void a_key_is_its_callers_own() {
    Caller bob =
        new Caller(new Viewer("bob", Set.of(Role.ADMINISTRATOR), Optional.empty(), Set.of()));
    create(body("olivia", "operator"), "key-0001");
    accounts.create(body("oscar", "operator"), "key-0001", bob);
    assertThat(desk.accounts().find("oscar")).isPresent();
  }

  @Test
  void nobody_becomes_a_resident_or_the_town_itself() {
    for (String role : List.of("resident", "system", "anyone")) {
      refused(422, "ZL-3112", () -> create(body("mallory", "operator", role)));
    }
    assertThat(desk.accounts().find("mallory")).isEmpty();
  }

  @Test
  void who_speaks_for_a_unit_names_it() {
    refused(422, "ZL-3113", () -> create(body("wang", "unit")));
    AccountBody wang =
        new AccountBody("wang", List.of("unit"), Optional.of("municipal-works"), List.of("east"));
    create(wang);
    assertThat(accounts.list(ADA))
        .filteredOn(account -> account.name().equals("wang"))
        .containsExactly(
            new AccountView(
                "wang", List.of("unit"), Optional.of("municipal-works"), List.of("east")));
  }

  @Test
  void units_and_areas_must_be_on_the_citys_books() {
    refused(422, "ZL-3124", () -> create(rights("wang", "municipal-wroks", "east")));
    refused(422, "ZL-3125", () -> create(rights("wang", "municipal-works", "esat")));
    assertThat(desk.accounts().find("wang")).isEmpty();
    AccountResource early = new AccountResource(desk, new CityRegister());
    AccountBody wang = rights("wang", "municipal-works");
    refused(503, "ZL-3126", () -> early.create(wang, null, ADA));
    early.create(body("olivia", "operator"), null, ADA);
    assertThat(desk.accounts().find("olivia")).as("needs no books").isPresent();
  }

  private static AccountBody rights(String name, String unit, String... areas) {
    return new AccountBody(name, List.of("unit"), Optional.of(unit), List.of(areas));
  }

  @Test
  void an_account_gets_other_roles_unit_and_areas_at_once() {
    FreshView fresh = create(body("olivia", "operator"));
    String token = login(desk, "olivia", fresh.password()).token();
    RightsBody unit = rights("olivia", "municipal-works", "east").rights();
    assertThat(change("olivia", unit))
        .isEqualTo(
            new AccountView(
                "olivia", List.of("unit"), Optional.of("municipal-works"), List.of("east")));
    assertThat(desk.sessions().find(token).orElseThrow().account().roles())
        .as("also in the session that is open")
        .containsExactly("unit");
    refused(404, "ZL-3110", () -> change("nobody", unit));
    refused(422, "ZL-3112", () -> change("olivia", body("x", "system").rights()));
    refused(422, "ZL-3124", () -> change("olivia", rights("x", "typo").rights()));
  }

  @Test
  void the_last_administrator_of_the_city_stays_one() {
    RightsBody eastern =
        new RightsBody(List.of("administrator"), Optional.empty(), List.of("east"));
    RightsBody operator = body("admin", "operator").rights();
    refused(409, "ZL-3111", () -> change("admin", operator));
    refused(409, "ZL-3111", () -> change("admin", eastern));
    RightsBody more = body("admin", "administrator", "operator").rights();
    assertThat(change("admin", more).roles()).containsExactly("administrator", "operator");
    create(body("grace", "administrator"));
    assertThat(change("admin", operator).roles()).containsExactly("operator");
  }

  @Test
  void an_account_is_changed_by_who_has_seen_it_as_it_is() {
    create(body("olivia", "operator"));
    RightsBody supervisor = body("olivia", "supervisor").rights();
    refused(428, "ZL-3033", () -> accounts.change("olivia", supervisor, null, ADA));
    String seen = "\"" + accounts.read("olivia", ADA).getEntityTag().getValue() + "\"";
    Response changed = accounts.change("olivia", supervisor, seen, ADA);
    assertThat(changed.getEntityTag()).isEqualTo(accounts.read("olivia", ADA).getEntityTag());
    RightsBody operator = body("olivia", "operator").rights();
    refused(412, "ZL-3034", () -> accounts.change("olivia", operator, seen, ADA));
    refused(404, "ZL-3110", () -> accounts.read("nobody", ADA));
    assertThat(desk.accounts().find("olivia").orElseThrow().roles()).containsExactly("supervisor");
  }

  @Test
  void a_forgotten_password_is_replaced() {
    create(body("olivia", "operator"));
    FreshView fresh = (FreshView) accounts.reset("olivia", ADA).getEntity();
    assertThat(login(desk, "olivia", fresh.password()).session().account().name())
        .isEqualTo("olivia");
    refused(404, "ZL-3110", () -> accounts.reset("nobody", ADA));
  }

  @Test
  void an_account_is_removed_but_for_the_last_administrators() {
    create(body("olivia", "operator"));
    accounts.remove("olivia", ADA);
    assertThat(desk.accounts().find("olivia")).isEmpty();
    refused(404, "ZL-3110", () -> accounts.remove("olivia", ADA));
    create(new AccountBody("eastern", List.of("administrator"), Optional.empty(), List.of("east")));
    refused(409, "ZL-3111", () -> accounts.remove("admin", ADA));
  }

  @Test
  void who_made_changed_reset_and_removed_an_account_is_written() {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    PrintStream before = System.err;
    System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
    try {
      create(body("olivia", "operator"));
      change("olivia", rights("olivia", "municipal-works", "east").rights());
      accounts.reset("olivia", ADA);
      accounts.remove("olivia", ADA);
    } finally {
      System.setErr(before);
    }
    assertThat(written.toString(StandardCharsets.UTF_8).lines())
        .filteredOn(line -> line.contains(Audit.NAME))
        .extracting(line -> line.substring(line.indexOf("by=")))
        .containsExactly(
            "by=\"ada\" action=account.made subject=\"olivia\""
                + " detail=\"roles [operator], unit -, areas []\"",
            "by=\"ada\" action=account.changed subject=\"olivia\""
                + " detail=\"roles [unit], unit municipal-works, areas [east]\"",
            "by=\"ada\" action=password.reset subject=\"olivia\"",
            "by=\"ada\" action=account.removed subject=\"olivia\"");
  }

  @Test
  void an_administrator_of_some_areas_cannot_give_away_more_than_he_has() {
    Caller eastern = new Caller(viewer("east"));
    refused(403, "ZL-3114", () -> accounts.list(eastern));
    refused(403, "ZL-3114", () -> accounts.read("admin", eastern));
    refused(403, "ZL-3114", () -> accounts.create(body("mallory", "administrator"), null, eastern));
    refused(403, "ZL-3114", () -> accounts.reset("admin", eastern));
    refused(403, "ZL-3114", () -> accounts.remove("operator", eastern));
    RightsBody more = body("operator", "administrator").rights();
    refused(403, "ZL-3114", () -> accounts.change("operator", more, "*", eastern));
  }

  @Test
  void a_failure_of_the_database_tells_whether_to_come_again() {
    assertThat(mapped(DatabaseFailure.Kind.UNAVAILABLE)).isEqualTo("503 ZL-3117");
    assertThat(mapped(DatabaseFailure.Kind.CONFLICT)).isEqualTo("409 ZL-3116");
    assertThat(mapped(DatabaseFailure.Kind.OTHER)).isEqualTo("500 ZL-3118");
  }

  private static String mapped(DatabaseFailure.Kind kind) {
    Problem problem =
        (Problem)
            new DatabaseFailureMapper()
                .toResponse(new DatabaseFailure(kind, "select secret", null))
                .getEntity();
    assertThat(problem.toString()).doesNotContain("select secret");
    return problem.status() + " " + problem.code();
  }

  @Test
  void every_trouble_has_words_in_both_languages_and_a_code_of_its_own() {
    Words words = Words.beside(Trouble.class);
    assertThat(words.keys(Language.ZH)).isEqualTo(words.keys(Language.EN));
    for (Trouble trouble : Trouble.values()) {
      assertThat(trouble.words("a", "b").zh()).as(trouble.name()).endsWith("。");
      assertThat(trouble.words("a", "b").en()).doesNotContain("access.");
    }
    assertThat(Arrays.stream(Trouble.values()).map(Trouble::code)).doesNotHaveDuplicates();
  }

  private FreshView create(AccountBody body) {
    return create(body, null);
  }

  private FreshView create(AccountBody body, @Nullable String key) {
    return (FreshView) accounts.create(body, key, ADA).getEntity();
  }

  private AccountView change(String name, RightsBody body) {
    return (AccountView) accounts.change(name, body, "*", ADA).getEntity();
  }

  private static AccountBody body(String name, String... roles) {
    return new AccountBody(name, List.of(roles), Optional.empty(), List.of());
  }

  private static void refused(int status, String code, ThrowingCallable request) {
    ProblemException refused = catchThrowableOfType(ProblemException.class, request);
    assertThat(refused).as("the request is refused").isNotNull();
    Problem problem = Objects.requireNonNull(refused).problem();
    assertThat(problem.status() + " " + problem.code()).isEqualTo(status + " " + code);
  }

  private static Viewer viewer(String... areas) {
    Set<AreaId> in = Set.copyOf(Arrays.stream(areas).map(AreaId::new).toList());
    return new Viewer("ada", Set.of(Role.ADMINISTRATOR), Optional.empty(), in);
  }

  private record Caller(Viewer viewer) implements SecurityContext {
    @Override
    public @Nullable Principal getUserPrincipal() {
      return new ViewerPrincipal(viewer);
    }

    @Override
    public boolean isUserInRole(String role) {
      return viewer.has(role);
    }

    @Override
    public boolean isSecure() {
      return true;
    }

    @Override
    public String getAuthenticationScheme() {
      return "Bearer";
    }
  }
}
