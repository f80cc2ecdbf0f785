package org.zhili.resources.internal.dispatch;

import io.swagger.v3.oas.annotations.Operation;
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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhili.access.Allowed;
import org.zhili.access.Role;
import org.zhili.access.Viewer;
import org.zhili.casework.CaseFile;
import org.zhili.core.dispatch.Review;
import org.zhili.id.CaseId;
import org.zhili.resources.internal.Callers;
import org.zhili.resources.internal.Form;
import org.zhili.resources.internal.Paging;
import org.zhili.resources.internal.Repeats;
import org.zhili.resources.internal.Scope;
import org.zhili.resources.internal.cases.CaseDetail;
import org.zhili.resources.internal.cases.CaseFinder;
import org.zhili.resources.internal.cases.CaseViews;

/** Dispatches that wait for a person, oldest first. */
@Path("reviews")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "reviews")
public final class ReviewResource {
  private final ReviewDesk desk;
  private final CaseFinder finder;
  private final CaseViews views;
  private final Scope scope;

  public ReviewResource(ReviewDesk desk, CaseFinder finder, CaseViews views, Scope scope) {
    this.desk = desk;
    this.finder = finder;
    this.views = views;
    this.scope = scope;
  }

  @GET
  @Allowed(Role.OPERATOR)
  @Operation(summary = "List dispatches that wait for a person · 列出待人工复核的派单")
  public Paging.Page<ReviewView> list(
      @QueryParam("after") @Size(max = 18) @Pattern(regexp = Form.ID) @Nullable String after,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Paging.MOST) int limit,
      @Context SecurityContext security) {
    Viewer viewer = Callers.viewer(security);
    List<Review> waiting =
        desk.waiting(
            scope.reach(viewer), Form.maybe("after", after, Long::valueOf), Paging.limit(limit));
    Map<CaseId, CaseFile> files =
        finder.visible(waiting.stream().map(Review::caseId).toList(), viewer);
    return Paging.of(waiting, limit, Review::id)
        .flatMap(
            review ->
                Optional.ofNullable(files.get(review.caseId()))
                    .map(file -> ReviewView.of(review, views.head(file), desk.now())));
  }

  @POST
  @Path("{case}/claim")
  @Allowed(Role.OPERATOR)
  @Operation(summary = "Take a review for ten minutes · 认领复核，保留十分钟")
  public void claim(
      @PathParam("case") @Size(max = 64) @Pattern(regexp = Form.LINE) String idOrNumber,
      @Context SecurityContext security) {
    Viewer viewer = Callers.viewer(security);
    desk.claim(finder.need(idOrNumber, viewer), viewer);
  }

  @DELETE
  @Path("{case}/claim")
  @Allowed(Role.OPERATOR)
  @Operation(summary = "Let go of a review you have taken · 放弃已认领的复核")
  public void release(
      @PathParam("case") @Size(max = 64) @Pattern(regexp = Form.LINE) String idOrNumber,
      @Context SecurityContext security) {
    Viewer viewer = Callers.viewer(security);
    desk.release(finder.need(idOrNumber, viewer), viewer);
  }

  @POST
  @Path("{case}/decision")
  @Allowed(Role.OPERATOR)
  @Operation(summary = "Decide which units get the case · 决定承办单位")
  public CaseDetail decide(
      @PathParam("case") @Size(max = 64) @Pattern(regexp = Form.LINE) String idOrNumber,
      @Valid @NotNull DecisionBody body,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @Context SecurityContext security) {
    Viewer viewer = Callers.viewer(security);
    CaseId id = finder.meant(idOrNumber);
    Repeats.Request request = Repeats.Request.of(key, viewer, "decide " + id, body);
    CaseFile decided =
        desk.decide(id, () -> finder.need(idOrNumber, viewer), body, viewer, request);
    return views.detail(decided, viewer);
  }
}
