package org.zhili.resources.internal.reports;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.zhili.access.Allowed;
import org.zhili.access.Role;
import org.zhili.rules.Matter;
import org.zhili.text.Wording;

/** What can be reported by a tap (事项), for those who report by hand. */
@Path("matters")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "cases")
public final class MatterResource {
  private final Matters matters;

  public MatterResource(Matters matters) {
    this.matters = matters;
  }

  /**
   * A matter, with what a report of it says.
   *
   * @param selfHandled whether the one who finds it may deal with it on the spot
   */
  public record MatterDetail(
      String id,
      Wording name,
      String type,
      Optional<String> filing,
      String subject,
      String condition,
      boolean selfHandled) {}

  @GET
  @Allowed({Role.OPERATOR, Role.GRID_WORKER})
  @Operation(summary = "List what can be reported, with what a report says · 列出可上报的事项及上报内容")
  public List<MatterDetail> list() {
    return matters.offered().stream().map(this::detail).toList();
  }

  private MatterDetail detail(Matter matter) {
    return new MatterDetail(
        matter.id(),
        matter.name(),
        matter.opens().caseType(),
        matter.opens().filing(),
        matter.subject(),
        matter.condition(),
        matters.selfHandled(matter));
  }
}
