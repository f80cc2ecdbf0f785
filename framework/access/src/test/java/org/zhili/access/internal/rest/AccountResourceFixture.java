package org.zhili.access.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.ws.rs.core.SecurityContext;
import java.nio.file.Path;
import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.zhili.access.Role;
import org.zhili.access.Viewer;
import org.zhili.access.internal.AccessDesk;
import org.zhili.access.internal.TestAccess;
import org.zhili.core.town.QuietTown;
import org.zhili.id.AreaId;
import org.zhili.resources.problem.Problem;
import org.zhili.resources.problem.ProblemException;
import org.zhili.resources.security.ViewerPrincipal;

/** Accounts of a city over REST, and a security administrator who asks. */
abstract class AccountResourceFixture {
  static final Caller ADA = new Caller(viewer());

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  final QuietTown city = new QuietTown();
  TestAccess access;
  AccessDesk desk;
  AccountResource accounts;

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

  static AccountBody rights(String name, String unit, String... areas) {
    return new AccountBody(name, List.of("unit"), Optional.of(unit), List.of(areas));
  }

  List<AccountView> list() {
    return accounts.list(null, null, null, null, null, 200, ADA).items();
  }

  FreshView create(AccountBody body) {
    return create(body, null);
  }

  FreshView create(AccountBody body, @Nullable String key) {
    return (FreshView) accounts.create(body, key, ADA).getEntity();
  }

  AccountView change(String name, RightsBody body) {
    return (AccountView) accounts.change(name, body, "*", ADA).getEntity();
  }

  static AccountBody body(String name, String... roles) {
    return new AccountBody(name, List.of(roles), Optional.empty(), List.of());
  }

  static void refused(int status, String code, ThrowingCallable request) {
    ProblemException refused = catchThrowableOfType(ProblemException.class, request);
    assertThat(refused).as("the request is refused").isNotNull();
    Problem problem = Objects.requireNonNull(refused).problem();
    assertThat(problem.status() + " " + problem.code()).isEqualTo(status + " " + code);
  }

  static Viewer viewer(String... areas) {
    Set<AreaId> in = Set.copyOf(Arrays.stream(areas).map(AreaId::new).toList());
    return new Viewer("ada", Set.of(Role.SECURITY_ADMINISTRATOR), Optional.empty(), in);
  }

  record Caller(Viewer viewer) implements SecurityContext {
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
