package org.zhili.resources.internal.city;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.zhili.access.Allowed;
import org.zhili.access.Role;
import org.zhili.core.term.Term;
import org.zhili.core.town.Town;
import org.zhili.text.Wording;

/** Names of what is told by code, for those who show it to people. */
@Path("terms")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "city")
public final class TermResource {
  private final Town town;

  public TermResource(Town town) {
    this.town = town;
  }

  /**
   * A code, and what people call it.
   *
   * @param code of a kind of thing, of what can be wrong with it, or of what is measured
   */
  public record TermView(String code, Wording name) {}

  @GET
  @Allowed({Role.OPERATOR, Role.SUPERVISOR, Role.ADMINISTRATOR, Role.UNIT, Role.GRID_WORKER})
  @Operation(
      summary = "List names of codes: kinds of things, conditions, metrics · 列出各类代码的名称：对象、情形、指标")
  public List<TermView> list() {
    return Term.of(town.words()).stream()
        .map(term -> new TermView(term.code(), term.name()))
        .toList();
  }
}
