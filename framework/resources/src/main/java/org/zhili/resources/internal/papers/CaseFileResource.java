package org.zhili.resources.internal.papers;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Duration;
import java.time.InstantSource;
import org.zhili.access.Allowed;
import org.zhili.access.Role;
import org.zhili.core.city.CityBooks;
import org.zhili.print.Paper;
import org.zhili.print.Press;
import org.zhili.print.Printed;
import org.zhili.resources.export.Asker;
import org.zhili.resources.export.Turns;
import org.zhili.resources.internal.Form;
import org.zhili.resources.internal.Trouble;
import org.zhili.resources.internal.cases.CaseDetail;
import org.zhili.resources.internal.cases.CaseResource;
import org.zhili.resources.internal.cases.CaseTraceResource;
import org.zhili.resources.internal.dispatch.CaseOrderResource;
import org.zhili.resources.security.Audit;

/** The file of a case (卷宗), to be printed: what its page shows whoever asks. */
@Path("cases/{case}/file")
@Produces(CaseFileResource.PDF)
@Tag(name = "cases")
public final class CaseFileResource {
  static final String PDF = "application/pdf";

  /** A paper and the faces of its fonts lie in memory until it is whole. */
  private static final Turns TURNS = new Turns(4);

  private static final Duration SOON = Duration.ofSeconds(5);

  private final CaseResource cases;
  private final CaseTraceResource traces;
  private final CaseOrderResource orders;
  private final Office office;

  /** What every paper needs. */
  public record Office(Press press, CityBooks books, InstantSource clock) {}

  public CaseFileResource(
      CaseResource cases, CaseTraceResource traces, CaseOrderResource orders, Office office) {
    this.cases = cases;
    this.traces = traces;
    this.orders = orders;
    this.office = office;
  }

  @GET
  @Allowed({Role.OPERATOR, Role.SUPERVISOR, Role.ADMINISTRATOR, Role.UNIT})
  @Operation(summary = "Print the file of a case as PDF · 打印案件卷宗（PDF）")
  public Response print(
      @PathParam("case") @Size(max = 64) @Pattern(regexp = Form.LINE) String idOrNumber,
      @Context HttpHeaders headers,
      @Context SecurityContext security) {
    Asker asker = Asker.of(security, headers);
    CaseDetail detail = (CaseDetail) cases.read(idOrNumber, security).getEntity();
    CasePaper paper =
        new CasePaper(
            new PaperWords(asker.language(), office.books()),
            detail,
            orders.list(idOrNumber, security),
            traces.read(idOrNumber, security));
    Paper printed = paper.of(asker.viewer().account(), office.clock().instant());
    byte[] pdf =
        whole(
            TURNS
                .soon(() -> office.press().print(printed))
                .orElseThrow(() -> Trouble.PRINTS_BUSY.retryAfter(SOON)));
    Audit.note(asker.viewer(), "case.printed", detail.head().number());
    return Response.ok(pdf, PDF)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"%1$s.pdf\"; filename*=UTF-8''%1$s.pdf"
                .formatted(detail.head().number()))
        .build();
  }

  private static byte[] whole(Printed printed) {
    if (printed instanceof Printed.Missing missing) {
      throw refused(Trouble.NO_GLYPH, missing.character());
    } else if (printed instanceof Printed.Unsettable unsettable) {
      throw refused(Trouble.NOT_SETTABLE, unsettable.character());
    }
    return ((Printed.Whole) printed).pdf();
  }

  private static RuntimeException refused(Trouble trouble, int character) {
    return trouble.problem(Character.toString(character), "U+%04X".formatted(character));
  }
}
