package org.zhili.resources.internal.progress;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.OptionalLong;
import org.zhili.access.Allowed;
import org.zhili.casework.CaseAction;
import org.zhili.casework.CaseFile;
import org.zhili.casework.Standing;
import org.zhili.resources.internal.Form;
import org.zhili.resources.internal.Trouble;
import org.zhili.resources.internal.cases.CaseMoves;

/** The progress of a case for residents, who have its code and no login. */
@Path("public/progress/{code}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "public")
public final class ProgressResource {
  private final Progress progress;
  private final CaseMoves moves;
  private final LookupLimits limits;

  public ProgressResource(Progress progress, CaseMoves moves, LookupLimits limits) {
    this.progress = progress;
    this.moves = moves;
    this.limits = limits;
  }

  @GET
  @Allowed(Allowed.ANYONE)
  @Operation(summary = "Follow a case by its code · 凭查询码查看办理进度")
  public ProgressView read(
      @PathParam("code") @Size(max = 64) @Pattern(regexp = Form.LINE) String code,
      @Context HttpServletRequest request) {
    return progress.of(file(code, request));
  }

  @POST
  @Path("rating")
  @Allowed(Allowed.ANYONE)
  @Operation(summary = "Say how it went, once per closing · 评价办理结果，每次结案一次")
  public ProgressView rate(
      @PathParam("code") @Size(max = 64) @Pattern(regexp = Form.LINE) String code,
      @Valid @NotNull RatingBody body,
      @Context HttpServletRequest request) {
    CaseFile file = file(code, request);
    if (file.standing() != Standing.CLOSED) {
      throw Trouble.NOT_CLOSED_YET.problem();
    }
    return done(file, new CaseAction.Rate(body.rating()));
  }

  @POST
  @Path("urging")
  @Allowed(Allowed.ANYONE)
  @Operation(summary = "Urge those who handle it, a few times an hour · 催办，每小时限数次")
  public ProgressView urge(
      @PathParam("code") @Size(max = 64) @Pattern(regexp = Form.LINE) String code,
      @Valid @NotNull AppealBody body,
      @Context HttpServletRequest request) {
    CaseFile file = file(code, request);
    return appeal(code, file, new CaseAction.Urge(body.reason()), Trouble.NOT_URGEABLE);
  }

  @POST
  @Path("reopening")
  @Allowed(Allowed.ANYONE)
  @Operation(summary = "Have a closed case opened again · 申请重开已结案件")
  public ProgressView reopen(
      @PathParam("code") @Size(max = 64) @Pattern(regexp = Form.LINE) String code,
      @Valid @NotNull AppealBody body,
      @Context HttpServletRequest request) {
    CaseFile file = file(code, request);
    return appeal(code, file, new CaseAction.Reopen(body.reason()), Trouble.NOT_REOPENABLE);
  }

  private CaseFile file(String code, HttpServletRequest request) {
    limits.pass(code, request.getRemoteAddr());
    CaseFile file = progress.file(code);
    limits.found(request.getRemoteAddr());
    return file;
  }

  private ProgressView appeal(String code, CaseFile file, CaseAction action, Trouble impossible) {
    if (!progress.possible(file).contains(action.name())) {
      throw impossible.problem();
    }
    limits.appeal(code);
    return done(file, action);
  }

  private ProgressView done(CaseFile file, CaseAction action) {
    return progress.of(
        moves.make(new CaseMoves.Move(file.id(), action, Progress.RESIDENT, OptionalLong.empty())));
  }
}
