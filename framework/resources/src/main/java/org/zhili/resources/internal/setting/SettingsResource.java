package org.zhili.resources.internal.setting;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.zhili.access.Allowed;
import org.zhili.access.Role;
import org.zhili.access.Viewer;
import org.zhili.core.setting.Setting;
import org.zhili.core.setting.SettingGroup;
import org.zhili.core.setting.SettingsBook;
import org.zhili.core.setting.SettingsBook.Change;
import org.zhili.core.setting.SettingsBook.Outcome;
import org.zhili.resources.internal.Scope;
import org.zhili.resources.internal.Trouble;
import org.zhili.resources.security.Audit;
import org.zhili.resources.seen.Seen;

/** The settings (设置) of this node's own parts, as forms are made of them. */
@Path("settings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Allowed(Role.ADMINISTRATOR)
@Tag(name = "settings")
public final class SettingsResource {
  private static final String PID = "[A-Za-z0-9._~-]+";

  private final Supplier<Optional<SettingsBook>> book;
  private final Scope scope;

  public SettingsResource(Supplier<Optional<SettingsBook>> book, Scope scope) {
    this.book = book;
    this.scope = scope;
  }

  @GET
  @Allowed(Role.ADMINISTRATOR)
  @Operation(summary = "List the settings of all parts, with what they may be · 列出各部分的设置及取值范围")
  public List<SettingsView> list(@Context SecurityContext security) {
    scope.wholeCity(security);
    return book().groups().stream().map(SettingsView::of).toList();
  }

  @GET
  @Path("{pid}")
  @Allowed(Role.ADMINISTRATOR)
  @Operation(summary = "Read the settings of a part · 查看某一部分的设置")
  @ApiResponse(content = @Content(schema = @Schema(implementation = SettingsView.class)))
  public Response read(
      @PathParam("pid") @Size(max = 100) @Pattern(regexp = PID) String pid,
      @Context SecurityContext security) {
    scope.wholeCity(security);
    return answer(book().group(pid).orElseThrow(() -> Trouble.NO_SETTINGS_OF.problem(pid)));
  }

  @PUT
  @Path("{pid}")
  @Allowed(Role.ADMINISTRATOR)
  @Operation(
      summary =
          "Change settings of a part you have read; they are in force without a restart"
              + " · 修改已读取的设置，无需重启即生效")
  @ApiResponse(content = @Content(schema = @Schema(implementation = SettingsView.class)))
  public Response change(
      @PathParam("pid") @Size(max = 100) @Pattern(regexp = PID) String pid,
      @Valid @NotNull SettingsBody body,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Context SecurityContext security) {
    Viewer viewer = scope.wholeCity(security);
    Seen seen = Seen.of(ifMatch, null);
    List<Change> changes = body.changes().stream().map(SettingsBody.Value::change).toList();
    once(changes);
    AtomicReference<@Nullable SettingGroup> before = new AtomicReference<>();
    Outcome outcome =
        book()
            .change(
                pid,
                present -> {
                  seen.check(Optional.of(present));
                  before.set(present);
                },
                changes);
    if (outcome instanceof Outcome.Changed changed) {
      Optional<SettingGroup> old = Optional.ofNullable(before.get());
      changes.forEach(
          change ->
              note(
                  viewer,
                  pid,
                  old.flatMap(group -> group.setting(change.key())),
                  changed.now().setting(change.key())));
      return answer(changed.now());
    } else if (outcome instanceof Outcome.Refused refused) {
      throw Trouble.SETTING_REFUSED.because(
          refused.faults().stream().map(SettingsBook.Fault::key).toList(),
          refused.faults().stream().map(SettingsBook.Fault::why).toList());
    }
    throw Trouble.NO_SETTINGS_OF.problem(pid);
  }

  private static void once(List<Change> changes) {
    Set<String> keys = new HashSet<>();
    for (Change change : changes) {
      if (!keys.add(change.key())) {
        throw Trouble.SETTING_TWICE.problem(change.key());
      }
    }
  }

  /** As they are shown: secrets, and those within addresses, are noted without what they are. */
  private static void note(
      Viewer viewer, String pid, Optional<Setting> before, Optional<Setting> after) {
    Setting setting = after.or(() -> before).orElseThrow();
    boolean secret = setting.kind() == Setting.Kind.SECRET;
    String detail = secret ? "a secret" : said(after) + ", before " + said(before);
    Audit.note(viewer, "setting.changed", pid + " " + setting.key(), detail);
  }

  private static String said(Optional<Setting> setting) {
    return setting.filter(Setting::written).map(Setting::value).orElse("(usual)");
  }

  private static Response answer(SettingGroup group) {
    return Response.ok(SettingsView.of(group)).tag(Seen.tag(group)).build();
  }

  private SettingsBook book() {
    return book.get().orElseThrow(Trouble.NO_SETTINGS::problem);
  }
}
