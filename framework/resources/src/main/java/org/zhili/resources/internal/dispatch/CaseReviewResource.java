package org.zhili.resources.internal.dispatch;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.zhili.access.Allowed;
import org.zhili.access.Role;
import org.zhili.casework.CaseFile;
import org.zhili.core.casework.CaseWords;
import org.zhili.core.dispatch.DispatchDesk;
import org.zhili.resources.internal.Callers;
import org.zhili.resources.internal.Form;
import org.zhili.resources.internal.cases.CaseFinder;

/** What was advised on the dispatch of one case, by whom, and who confirmed or overruled it. */
@Path("cases/{case}/reviews")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reviews")
public final class CaseReviewResource {
  private final CaseFinder finder;
  private final DispatchDesk desk;
  private final CaseWords words;

  public CaseReviewResource(CaseFinder finder, DispatchDesk desk, CaseWords words) {
    this.finder = finder;
    this.desk = desk;
    this.words = words;
  }

  @GET
  @Allowed({Role.OPERATOR, Role.SUPERVISOR, Role.ADMINISTRATOR})
  @Operation(summary = "Read what was advised on a case, and decided · 查看案件的派单建议与决定")
  public List<ProposalView> list(
      @PathParam("case") @Size(max = 64) @Pattern(regexp = Form.LINE) String idOrNumber,
      @Context SecurityContext security) {
    CaseFile file = finder.need(idOrNumber, Callers.viewer(security));
    return desk.reviewsOf(file.id()).stream()
        .map(review -> ProposalView.of(review, words))
        .toList();
  }
}
