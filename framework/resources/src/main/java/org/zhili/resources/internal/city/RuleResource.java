package org.zhili.resources.internal.city;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.zhili.access.Allowed;
import org.zhili.access.Role;
import org.zhili.core.city.CityBooks;
import org.zhili.rules.CityRules;
import org.zhili.text.Wording;

/** The rules of the city that are in force. */
@Path("rules")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "city")
public final class RuleResource {
  private final CityBooks books;

  public RuleResource(CityBooks books) {
    this.books = books;
  }

  /** Which rules hold, and which plug-ins the city chose. */
  public record RulesView(
      String version, Wording name, String zone, String strategy, String scoringModel) {}

  @GET
  @Allowed({Role.OPERATOR, Role.SUPERVISOR, Role.ADMINISTRATOR, Role.UNIT})
  @Operation(summary = "Tell which rules are in force · 查看现行规则")
  public RulesView read() {
    CityRules rules = books.rules();
    return new RulesView(
        rules.version(),
        rules.name(),
        rules.zone().getId(),
        rules.strategy(),
        rules.scoringModel());
  }
}
