package org.zhili.resources.internal.cases;

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
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhili.access.Allowed;
import org.zhili.access.Role;
import org.zhili.access.Viewer;
import org.zhili.casework.Actor;
import org.zhili.casework.CaseAction;
import org.zhili.casework.CaseFile;
import org.zhili.id.CaseId;
import org.zhili.resources.internal.Callers;
import org.zhili.resources.internal.Form;
import org.zhili.resources.internal.Repeats;
import org.zhili.resources.internal.Trouble;

/** What people do to cases. */
@Path("cases/{case}/actions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "cases")
public final class CaseActionResource {
  /**
   * What is done twice when it is sent twice: these need a key, or the version they are meant for.
   */
  private static final Set<String> ADDS_UP = Set.of("dispatch", "extend", "urge", "note");

  private final CaseFinder finder;
  private final CaseViews views;
  private final ActionReading reading;
  private final CaseMoves moves;

  public CaseActionResource(
      CaseFinder finder, CaseViews views, ActionReading reading, CaseMoves moves) {
    this.finder = finder;
    this.views = views;
    this.reading = reading;
    this.moves = moves;
  }

  @POST
  @Allowed({Role.OPERATOR, Role.SUPERVISOR, Role.UNIT, Role.GRID_WORKER})
  @Operation(summary = "Act on a case · 办理案件")
  @ApiResponse(content = @Content(schema = @Schema(implementation = CaseDetail.class)))
  public Response act(
      @PathParam("case") @Size(max = 64) @Pattern(regexp = Form.LINE) String idOrNumber,
      @Valid @NotNull ActionBody body,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @Context SecurityContext security) {
    Viewer viewer = Callers.viewer(security);
    CaseId id = finder.meant(idOrNumber);
    OptionalLong version = CaseVersions.ifMatch(Optional.ofNullable(ifMatch));
    boolean once = ifMatch != null || key != null;
    CaseFile file =
        moves.make(
            id,
            () -> {
              finder.need(idOrNumber, viewer); // as it was asked for, which is all that is told
              return new CaseMoves.Move(id, action(body, once, viewer), Actor.of(viewer), version);
            },
            Repeats.Request.of(key, viewer, "act " + id, body));
    if (!finder.sees(file, viewer)) {
      return Response.ok(JoinedCase.of(file)).build(); // it was done, and is no longer theirs
    }
    return Response.ok(views.detail(file, viewer)).tag(CaseVersions.tag(file)).build();
  }

  /**
   * Read only for what was not done yet: a repeat is answered even by who sees the case no more.
   */
  private CaseAction action(ActionBody body, boolean once, Viewer viewer) {
    CaseAction action = reading.action(body, viewer);
    if (ADDS_UP.contains(action.name()) && !once) {
      throw Trouble.MAY_BE_A_REPEAT.because(reading.called(action.name()));
    }
    return action;
  }
}
