package org.zhili.resources.internal.exports;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.jspecify.annotations.Nullable;
import org.zhili.access.Allowed;
import org.zhili.access.Role;
import org.zhili.core.city.CityBooks;
import org.zhili.resources.export.Asker;
import org.zhili.resources.export.Taken;
import org.zhili.resources.export.Workbooks;
import org.zhili.resources.internal.Paging;
import org.zhili.resources.internal.city.AreaResource;
import org.zhili.resources.internal.city.AssetResource;
import org.zhili.resources.internal.city.UnitResource;
import org.zhili.resources.internal.scores.ScoreResource;

/** The city's books and its grades, to take away. */
@Path("exports")
@Produces(Workbooks.XLSX)
@Tag(name = "exports")
public final class BookExportResource {
  private final AssetResource assets;
  private final UnitResource units;
  private final AreaResource areas;
  private final ScoreResource scores;
  private final CityBooks books;
  private final Workbooks workbooks;

  public BookExportResource(
      AssetResource assets,
      UnitResource units,
      AreaResource areas,
      ScoreResource scores,
      CityBooks books,
      Workbooks workbooks) {
    this.assets = assets;
    this.units = units;
    this.areas = areas;
    this.scores = scores;
    this.books = books;
    this.workbooks = workbooks;
  }

  @GET
  @Path("assets")
  @Allowed({Role.OPERATOR, Role.SUPERVISOR, Role.ADMINISTRATOR, Role.UNIT})
  @Operation(summary = "Export assets · 导出部件")
  public Response assets(@Context HttpHeaders headers, @Context SecurityContext security) {
    return workbooks.answer(
        Asker.of(security, headers),
        "assets",
        BookTables.assets(Names.of(books)),
        new Following<>(after -> assets.list(after, Paging.MOST, security)));
  }

  @GET
  @Path("units")
  @Allowed({Role.OPERATOR, Role.SUPERVISOR, Role.ADMINISTRATOR, Role.UNIT})
  @Operation(summary = "Export the units of the city · 导出单位")
  public Response units(@Context HttpHeaders headers, @Context SecurityContext security) {
    return workbooks.answer(
        Asker.of(security, headers), "units", BookTables.units(), units.list().iterator());
  }

  @GET
  @Path("areas")
  @Allowed({Role.OPERATOR, Role.SUPERVISOR, Role.ADMINISTRATOR, Role.UNIT})
  @Operation(summary = "Export the areas of the city · 导出区域")
  public Response areas(@Context HttpHeaders headers, @Context SecurityContext security) {
    return workbooks.answer(
        Asker.of(security, headers), "areas", BookTables.areas(), areas.list().iterator());
  }

  @GET
  @Path("scores")
  @Allowed({Role.SUPERVISOR, Role.OPERATOR, Role.ADMINISTRATOR, Role.UNIT})
  @Operation(summary = "Export grades of a period, or of the latest · 导出评分，缺省为最近时段")
  public Response scores(
      @QueryParam("from") @Size(max = 20) @Nullable String from,
      @QueryParam("to") @Size(max = 20) @Nullable String to,
      @Context HttpHeaders headers,
      @Context SecurityContext security) {
    return workbooks.answer(
        Asker.of(security, headers),
        Taken.of("scores").where("from", from).where("to", to),
        BookTables.scores(),
        scores.list(from, to, security).iterator());
  }
}
