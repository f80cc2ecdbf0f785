package org.zhili.resources.internal.attachments;

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
import org.zhili.resources.internal.Callers;
import org.zhili.resources.internal.Form;
import org.zhili.resources.internal.cases.CaseFinder;

/** The photos of a case. */
@Path("cases/{case}/attachments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "attachments")
public final class CaseAttachmentResource {
  private final Attachments attachments;
  private final CaseFinder cases;

  public CaseAttachmentResource(Attachments attachments, CaseFinder cases) {
    this.attachments = attachments;
    this.cases = cases;
  }

  @GET
  @Allowed({Role.OPERATOR, Role.SUPERVISOR, Role.ADMINISTRATOR, Role.UNIT, Role.GRID_WORKER})
  @Operation(summary = "Tell when and where the photos of a case were taken · 列出案件照片的拍摄时间与位置")
  public List<AttachmentView> list(
      @PathParam("case") @Size(max = 64) @Pattern(regexp = Form.LINE) String idOrNumber,
      @Context SecurityContext security) {
    CaseFile file = cases.need(idOrNumber, Callers.viewer(security));
    return attachments.of(file.id()).stream().map(AttachmentView::of).toList();
  }
}
