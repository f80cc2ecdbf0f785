package org.zhili.resources.internal.city;

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
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.zhili.access.Allowed;
import org.zhili.access.Role;
import org.zhili.access.Viewer;
import org.zhili.city.Asset;
import org.zhili.core.city.DeviceBook;
import org.zhili.id.AreaId;
import org.zhili.id.AssetId;
import org.zhili.resources.internal.Callers;
import org.zhili.resources.internal.Form;
import org.zhili.resources.internal.Paging;
import org.zhili.resources.internal.Register;
import org.zhili.resources.internal.Retry;
import org.zhili.resources.internal.Scope;
import org.zhili.resources.internal.Trouble;
import org.zhili.resources.security.Audit;
import org.zhili.resources.seen.Seen;

/** The asset register (部件台账). */
@Path("assets")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "city")
public final class AssetResource {
  private final DeviceBook book;
  private final AssetEntries entries;
  private final Scope scope;

  public AssetResource(DeviceBook book, Register register, Scope scope) {
    this.book = book;
    this.entries = new AssetEntries(register, scope);
    this.scope = scope;
  }

  @GET
  @Allowed({Role.OPERATOR, Role.SUPERVISOR, Role.ADMINISTRATOR, Role.UNIT})
  @Operation(summary = "List assets by code · 按标识码列出部件")
  public Paging.Page<AssetRow> list(
      @QueryParam("after") @Size(max = 64) @Pattern(regexp = Form.ID) @Nullable String after,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Paging.MOST) int limit,
      @Context SecurityContext security) {
    Set<AreaId> areas = scope.reach(Callers.viewer(security));
    Optional<AssetId> last = Form.maybe("after", after, AssetId::new);
    return Paging.of(book.assets(areas, last, Paging.limit(limit)), limit, Asset::id)
        .map(AssetRow::of);
  }

  @GET
  @Path("{code}")
  @Allowed({Role.OPERATOR, Role.SUPERVISOR, Role.ADMINISTRATOR, Role.UNIT})
  @Operation(summary = "Read an asset and who owned it · 查看部件及其权属变更")
  @ApiResponse(content = @Content(schema = @Schema(implementation = AssetView.class)))
  public Response read(
      @PathParam("code") @Size(max = 64) @Pattern(regexp = Form.ID) String code,
      @Context SecurityContext security) {
    Viewer viewer = Callers.viewer(security);
    return answer(
        book.asset(Form.id("code", code, AssetId::new))
            .filter(asset -> scope.covers(viewer, asset.area()))
            .orElseThrow(() -> Trouble.NO_ASSET.problem(code)));
  }

  @PUT
  @Path("{code}")
  @Allowed(Role.ADMINISTRATOR)
  @Operation(summary = "Register an asset, or change the one you have read · 登记部件，或修改已读取的部件")
  @ApiResponse(content = @Content(schema = @Schema(implementation = AssetView.class)))
  public Response register(
      @PathParam("code") @Size(max = 64) @Pattern(regexp = Form.ID) String code,
      @Valid @NotNull AssetBody body,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
      @Context SecurityContext security) {
    Viewer viewer = Callers.viewer(security);
    Seen seen = Seen.of(ifMatch, ifNoneMatch);
    Asset wanted = entries.wanted(code, body, viewer);
    AtomicReference<@Nullable Asset> before = new AtomicReference<>();
    Retry.onConflict(
        () ->
            book.registerAsset(
                wanted.id(),
                present -> {
                  entries.check(wanted, present, viewer);
                  seen.check(present.map(this::view));
                  before.set(present.orElse(null));
                  return wanted;
                }));
    Audit.note(viewer, List.of(AssetEntries.noted(Optional.ofNullable(before.get()), wanted)));
    return answer(wanted);
  }

  private AssetView view(Asset asset) {
    return AssetView.of(asset, book.owners(asset.id()));
  }

  private Response answer(Asset asset) {
    AssetView view = view(asset);
    return Response.ok(view).tag(Seen.tag(view)).build();
  }
}
