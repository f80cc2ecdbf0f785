package org.zhili.resources.internal.cases;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.zhili.access.Allowed;
import org.zhili.access.Role;
import org.zhili.core.casework.CaseStore;
import org.zhili.resources.internal.Callers;
import org.zhili.resources.internal.Paging;

/** The newest cases (最新案件), in what everybody in the room may read. */
@Path("cases/newest")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "cases")
public final class NewestResource {
  private final CaseFinder finder;
  private final CaseViews views;

  public NewestResource(CaseFinder finder, CaseViews views) {
    this.finder = finder;
    this.views = views;
  }

  @GET
  @Allowed({Role.OPERATOR, Role.SUPERVISOR, Role.ADMINISTRATOR, Role.DISPLAY})
  @Operation(
      summary = "The newest cases you may see, without anything people wrote · 最新的可见案件，不含任何人填写的内容")
  public List<NewCase> list(
      @QueryParam("limit") @DefaultValue("10") @Min(1) @Max(Paging.MOST) int limit,
      @Context SecurityContext security) {
    return finder
        .list(CaseStore.Query.newest(Paging.limit(limit)), Callers.viewer(security))
        .map(views::head)
        .map(NewCase::of)
        .items();
  }
}
