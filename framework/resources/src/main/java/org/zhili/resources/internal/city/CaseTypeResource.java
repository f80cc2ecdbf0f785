package org.zhili.resources.internal.city;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import org.zhili.access.Allowed;
import org.zhili.access.Role;
import org.zhili.casework.CaseType;
import org.zhili.core.casework.CaseTypes;

/** The case types new cases are opened with. */
@Path("case-types")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "city")
public final class CaseTypeResource {
  private final CaseTypes types;

  public CaseTypeResource(CaseTypes types) {
    this.types = types;
  }

  @GET
  @Allowed({Role.OPERATOR, Role.SUPERVISOR, Role.ADMINISTRATOR, Role.UNIT})
  @Operation(summary = "List the case types in force · 列出现行案件类型")
  public List<CaseType> list() {
    return types.current().stream().sorted(Comparator.comparing(CaseType::id)).toList();
  }
}
