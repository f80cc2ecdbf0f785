package org.zhili.resources.internal.reports;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.zhili.access.Allowed;
import org.zhili.casework.CaseFile;
import org.zhili.casework.NewCase;
import org.zhili.city.Area;
import org.zhili.core.city.CityBooks;
import org.zhili.id.AreaId;
import org.zhili.id.CaseId;
import org.zhili.resources.internal.Form;
import org.zhili.resources.internal.Repeats;
import org.zhili.resources.internal.cases.HandReports;
import org.zhili.resources.internal.progress.LookupLimits;
import org.zhili.resources.internal.progress.Progress;
import org.zhili.rules.Matter;
import org.zhili.text.Wording;

/** Reports of residents, who have no login and tell nothing about themselves. */
@Path("public/reports")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "public")
public final class ReportResource {
  private final Matters matters;
  private final Neighbours neighbours;
  private final CityBooks books;
  private final HandReports reports;
  private final LookupLimits limits;

  public ReportResource(
      Matters matters,
      Neighbours neighbours,
      CityBooks books,
      HandReports reports,
      LookupLimits limits) {
    this.matters = matters;
    this.neighbours = neighbours;
    this.books = books;
    this.reports = reports;
    this.limits = limits;
  }

  /** A matter that can be reported. */
  public record MatterView(String id, Wording name) {
    static MatterView of(Matter matter) {
      return new MatterView(matter.id(), matter.name());
    }
  }

  /** An area, as residents choose it. */
  public record PlaceView(String id, Wording name) {
    static PlaceView of(Area area) {
      return new PlaceView(area.id().value(), area.name());
    }
  }

  /**
   * What the town answers to a report.
   *
   * @param code with it, and nothing else, the case can be followed
   */
  public record Receipt(String code, String number) {
    static Receipt of(CaseFile file) {
      return new Receipt(file.publicCode(), file.number());
    }
  }

  @GET
  @Path("matters")
  @Allowed(Allowed.ANYONE)
  @Operation(summary = "List what residents may report · 列出居民可上报的事项")
  public List<MatterView> matters() {
    return matters.offered().stream().map(MatterView::of).toList();
  }

  @GET
  @Path("areas")
  @Allowed(Allowed.ANYONE)
  @Operation(summary = "List the areas inside one, or the widest ones · 列出下级区域，不指定则列出最上级")
  public List<PlaceView> areas(
      @QueryParam("within") @Size(max = 64) @Pattern(regexp = Form.ID) @Nullable String within) {
    Optional<AreaId> parent = Form.maybe("within", within, AreaId::new);
    return books.areas().stream()
        .filter(area -> area.parent().equals(parent))
        .sorted(Comparator.comparing(Area::id))
        .map(PlaceView::of)
        .toList();
  }

  /** Asked by POST, since what a resident writes belongs into no log of addresses. */
  @POST
  @Path("nearby")
  @Allowed(Allowed.ANYONE)
  @Operation(summary = "Look for open cases that may be the same · 查找附近可能相同的未结案件")
  public List<NearbyView> nearby(
      @Valid @NotNull ResidentReport body, @Context HttpServletRequest request) {
    limits.search(request.getRemoteAddr());
    return neighbours.of(body, matters.matter(body), matters.area(body));
  }

  @POST
  @Allowed(Allowed.ANYONE)
  @Operation(summary = "Report a matter as a resident, without a login · 居民上报，无需登录")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = Receipt.class)))
  public Response report(
      @Valid @NotNull ResidentReport body,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @Context HttpServletRequest request) {
    Repeats.Request once = Repeats.Request.ofAnybody(key, "resident report", body);
    Supplier<NewCase> wanted = counted(body, request.getRemoteAddr());
    CaseFile file = reports.open(wanted, () -> same(body), Progress.RESIDENT, once);
    return Response.status(Response.Status.CREATED)
        .location(URI.create("public/progress/" + file.publicCode()))
        .entity(Receipt.of(file))
        .build();
  }

  private Optional<CaseId> same(ResidentReport body) {
    return neighbours.same(body, matters.matter(body), matters.area(body));
  }

  /**
   * Counts a report when it opens a case: not when it is refused for what it says, nor when it was
   * answered before, nor again when opening is tried again.
   */
  private Supplier<NewCase> counted(ResidentReport body, String address) {
    AtomicBoolean counted = new AtomicBoolean();
    return () -> {
      NewCase wanted = matters.newCase(body);
      if (counted.compareAndSet(false, true)) {
        limits.report(address);
      }
      return wanted;
    };
  }
}
