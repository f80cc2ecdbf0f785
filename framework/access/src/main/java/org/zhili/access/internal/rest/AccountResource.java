package org.zhili.access.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zhili.access.Allowed;
import org.zhili.access.Role;
import org.zhili.access.Viewer;
import org.zhili.access.internal.AccessDesk;
import org.zhili.access.internal.Trouble;
import org.zhili.access.internal.accounts.AccountBook;
import org.zhili.access.internal.accounts.AccountBook.Alteration;
import org.zhili.access.internal.accounts.AccountBook.Draft;
import org.zhili.access.internal.accounts.AccountBook.Fresh;
import org.zhili.access.internal.accounts.AccountBook.Making;
import org.zhili.access.internal.accounts.AccountSearch;
import org.zhili.access.internal.accounts.AccountSearch.Found;
import org.zhili.access.internal.accounts.AccountSearch.Standing;
import org.zhili.access.internal.accounts.AccountSearch.Wanted;
import org.zhili.access.internal.passwords.PasswordHashing;
import org.zhili.access.internal.passwords.Secrets;
import org.zhili.id.UnitId;
import org.zhili.resources.problem.ProblemException;
import org.zhili.resources.security.Audit;
import org.zhili.resources.security.AuditDetail;
import org.zhili.resources.security.ViewerPrincipal;
import org.zhili.resources.seen.Seen;

/** The accounts of the town, for security administrators of the whole city. */
@Component(service = AccountResource.class, property = "osgi.jakartars.resource=true")
@Path("accounts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Allowed(Role.SECURITY_ADMINISTRATOR)
@Tag(name = "accounts")
public final class AccountResource {
  private static final Duration BUSY = Duration.ofSeconds(5);
  private static final int MOST = 200;
  private static final String LINE = "\\P{Cntrl}*";

  private static final java.util.regex.Pattern KEY =
      java.util.regex.Pattern.compile("[A-Za-z0-9._-]{8,64}");

  private final AccountBook accounts;
  private final AccountSearch search;
  private final Drafts drafts;

  @Activate
  public AccountResource(@Reference AccessDesk desk, @Reference CityRegister register) {
    this.accounts = desk.accounts();
    this.search = desk.search();
    this.drafts = new Drafts(register);
  }

  @GET
  @Operation(summary = "List accounts by name, perhaps some alone · 列出账号，可按条件筛选")
  public AccountPage list(
      @QueryParam("text") @Size(max = 40) @Pattern(regexp = LINE) @Nullable String text,
      @QueryParam("role") @Size(max = 40) @Pattern(regexp = "[a-z][a-z0-9-]*") @Nullable String role,
      @QueryParam("unit") @Size(max = 64) @Pattern(regexp = "[A-Za-z0-9_:.-]+") @Nullable String unit,
      @QueryParam("standing") @Size(max = 6) @Pattern(regexp = "locked|unused") @Nullable String standing,
      @QueryParam("after") @Size(max = 40) @Pattern(regexp = "[a-z][a-z0-9._-]*") @Nullable String after,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(MOST) int limit,
      @Context SecurityContext security) {
    administrator(security);
    Wanted wanted =
        new Wanted(
            Optional.ofNullable(text),
            Optional.ofNullable(role),
            Optional.ofNullable(unit),
            Optional.ofNullable(standing)
                .map(said -> Standing.valueOf(said.toUpperCase(Locale.ROOT))));
    Found found =
        search.find(wanted, Objects.requireNonNullElse(after, ""), Math.min(limit, MOST) + 1);
    List<AccountView> items = found.accounts().stream().limit(limit).map(AccountView::of).toList();
    Optional<String> next =
        found.accounts().size() > limit
            ? Optional.of(items.get(items.size() - 1).name())
            : Optional.empty();
    return new AccountPage(items, next, found.total());
  }

  @GET
  @Path("{name}")
  @Operation(summary = "Read an account · 查看账号")
  @ApiResponse(content = @Content(schema = @Schema(implementation = AccountView.class)))
  public Response read(
      @PathParam("name") @Size(max = 40) @Pattern(regexp = "[a-z][a-z0-9._-]*") String name,
      @Context SecurityContext security) {
    administrator(security);
    return answer(name);
  }

  private Response answer(String name) {
    AccountView view = accounts.find(name).map(AccountView::of).orElseThrow(() -> unknown(name));
    return Response.ok(view).tag(Seen.tag(view.settled())).build();
  }

  @POST
  @Operation(summary = "Make an account with a one-time password · 创建账号并给出一次性密码")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = FreshView.class)))
  public Response create(
      @Valid @NotNull AccountBody body,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @Context SecurityContext security) {
    Viewer by = administrator(security);
    Draft draft = drafts.of(body.name(), body.rights());
    Optional<String> request = Optional.ofNullable(key).map(given -> request(by, given));
    Making making = patiently(() -> accounts.create(draft, request));
    if (making instanceof Making.Made made) {
      Audit.note(by, "account.made", draft.name(), rights(draft));
      return Secretly.answer(Response.Status.CREATED, FreshView.of(made.fresh()));
    }
    throw making instanceof Making.RequestReused
        ? Trouble.KEY_REUSED.problem()
        : Trouble.NAME_TAKEN.problem(body.name());
  }

  /** Keys of two callers are never the same. */
  private static String request(Viewer by, String key) {
    if (!KEY.matcher(key).matches()) {
      throw Trouble.MALFORMED_KEY.problem();
    }
    return Secrets.fingerprint(by.account() + " " + key);
  }

  @POST
  @Path("{name}/reset")
  @Operation(summary = "Give an account a one-time password; its sessions end · 重置密码，会话随之结束")
  @ApiResponse(content = @Content(schema = @Schema(implementation = FreshView.class)))
  public Response reset(
      @PathParam("name") @Size(max = 40) @Pattern(regexp = "[a-z][a-z0-9._-]*") String name,
      @Context SecurityContext security) {
    Viewer by = administrator(security);
    notOneself(by, name);
    Fresh fresh =
        patiently(() -> accounts.reset(name)).orElseThrow(() -> Trouble.NO_ACCOUNT.problem(name));
    Audit.note(by, "password.reset", name);
    return Secretly.answer(Response.Status.OK, FreshView.of(fresh));
  }

  @PUT
  @Path("{name}")
  @Operation(
      summary =
          "Change what the account you have read may do; its sessions end"
              + " · 修改已读取账号的角色与范围，会话随之结束")
  @ApiResponse(content = @Content(schema = @Schema(implementation = AccountView.class)))
  public Response change(
      @PathParam("name") @Size(max = 40) @Pattern(regexp = "[a-z][a-z0-9._-]*") String name,
      @Valid @NotNull RightsBody body,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Context SecurityContext security) {
    Viewer by = administrator(security);
    notOneself(by, name);
    Seen seen = Seen.of(ifMatch, null);
    Draft draft = drafts.of(name, body);
    check(
        accounts.change(
            draft, present -> seen.check(Optional.of(AccountView.of(present).settled()))),
        name);
    Audit.note(by, "account.changed", name, rights(draft));
    return answer(name);
  }

  @DELETE
  @Path("{name}")
  @Operation(summary = "Remove an account; its sessions end · 删除账号，会话随之结束")
  public void remove(
      @PathParam("name") @Size(max = 40) @Pattern(regexp = "[a-z][a-z0-9._-]*") String name,
      @Context SecurityContext security) {
    Viewer by = administrator(security);
    notOneself(by, name);
    check(accounts.remove(name), name);
    Audit.note(by, "account.removed", name);
  }

  @PUT
  @Path("{name}/lock")
  @Operation(summary = "Lock an account: it opens nothing, and its sessions end · 锁定账号，会话随之结束")
  public void lock(
      @PathParam("name") @Size(max = 40) @Pattern(regexp = "[a-z][a-z0-9._-]*") String name,
      @Context SecurityContext security) {
    Viewer by = administrator(security);
    notOneself(by, name);
    check(accounts.lock(name, true), name);
    Audit.note(by, "account.locked", name);
  }

  @DELETE
  @Path("{name}/lock")
  @Operation(summary = "Unlock an account; its tokens of before stay over · 解锁账号，此前的令牌仍然作废")
  public void unlock(
      @PathParam("name") @Size(max = 40) @Pattern(regexp = "[a-z][a-z0-9._-]*") String name,
      @Context SecurityContext security) {
    Viewer by = administrator(security);
    notOneself(by, name);
    check(accounts.lock(name, false), name);
    Audit.note(by, "account.unlocked", name);
  }

  static String rights(Draft draft) {
    return AuditDetail.NONE
        .with("roles", draft.roles())
        .with("unit", draft.unit().map(UnitId::value).orElse("-"))
        .with("areas", draft.areas().isEmpty() ? "-" : draft.areas())
        .pairs();
  }

  private static void check(Alteration alteration, String name) {
    switch (alteration) {
      case DONE -> {}
      case UNKNOWN -> throw unknown(name);
      case LAST_ADMINISTRATOR -> throw Trouble.LAST_ADMINISTRATOR.problem(name);
    }
  }

  static void notOneself(Viewer by, String name) {
    if (by.account().equals(name)) {
      throw Trouble.OWN_RIGHTS.problem();
    }
  }

  private static ProblemException unknown(String name) {
    return Trouble.NO_ACCOUNT.problem(name);
  }

  /** Whoever is limited to some areas could give away more than they have. */
  static Viewer administrator(SecurityContext security) {
    Viewer viewer = ViewerPrincipal.viewer(security).orElseThrow(Trouble.NOT_LOGGED_IN::problem);
    if (!viewer.areas().isEmpty()) {
      throw Trouble.WHOLE_CITY_ONLY.problem();
    }
    return viewer;
  }

  static <T> T patiently(Supplier<T> work) {
    try {
      return work.get();
    } catch (PasswordHashing.Busy e) {
      throw Trouble.BUSY.retryAfter(BUSY);
    }
  }
}
