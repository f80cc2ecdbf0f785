package org.zhili.resources.internal.cases;

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
import org.zhili.casework.CaseType;
import org.zhili.core.casework.CaseTypes;
import org.zhili.core.casework.CaseWords;
import org.zhili.core.casework.TraceWords;
import org.zhili.core.trace.TraceEntry;
import org.zhili.core.trace.TraceLog;
import org.zhili.resources.internal.Callers;
import org.zhili.resources.internal.Form;

/** What happened to cases. */
@Path("cases/{case}/trace")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "cases")
public final class CaseTraceResource {
  private final CaseFinder finder;
  private final TraceLog trace;
  private final CaseTypes types;
  private final CaseWords words;
  private final TraceWords said;

  public CaseTraceResource(CaseFinder finder, TraceLog trace, CaseTypes types, CaseWords words) {
    this.finder = finder;
    this.trace = trace;
    this.types = types;
    this.words = words;
    said = new TraceWords(words);
  }

  @GET
  @Allowed({Role.OPERATOR, Role.SUPERVISOR, Role.ADMINISTRATOR, Role.UNIT, Role.GRID_WORKER})
  @Operation(summary = "Read what happened to a case, and check it · 查看并校验案件留痕")
  public TraceView read(
      @PathParam("case") @Size(max = 64) @Pattern(regexp = Form.LINE) String idOrNumber,
      @Context SecurityContext security) {
    CaseFile file = finder.need(idOrNumber, Callers.viewer(security));
    CaseType type = types.of(file.type());
    List<TraceEntry> entries = trace.of(file.id());
    return new TraceView(
        trace.verify(file.id()).isEmpty(),
        entries.stream().anyMatch(entry -> !Covered.entry(entry).equals(entry)),
        entries.stream().map(entry -> TraceView.Entry.of(entry, words, said, type)).toList());
  }
}
