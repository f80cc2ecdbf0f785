package org.zhili.resources.internal.status;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.zhili.access.Allowed;
import org.zhili.access.Role;
import org.zhili.core.shelf.PluginShelf;
import org.zhili.core.shelf.ShelfEntry;
import org.zhili.core.town.Doctor;
import org.zhili.core.town.Town;
import org.zhili.resources.internal.Callers;
import org.zhili.resources.internal.Scope;
import org.zhili.resources.internal.Trouble;

/** What is wrong with the town, in the words of {@code zhili:doctor}. */
@Path("doctor")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "status")
public final class DoctorResource {
  private static final String KEPT_OUT = "ZL-1344";

  private final Town town;
  private final Supplier<Optional<PluginShelf>> shelf;
  private final Scope scope;

  public DoctorResource(Town town, Supplier<Optional<PluginShelf>> shelf, Scope scope) {
    this.town = town;
    this.shelf = shelf;
    this.scope = scope;
  }

  @GET
  @Allowed(Role.ADMINISTRATOR)
  @Operation(
      summary =
          "Tell what is wrong and what to do about it; deep verifies every trace too"
              + " · 列出问题与处置办法，deep 同时核验全部留痕")
  public List<FindingView> look(
      @QueryParam("deep") @DefaultValue("false") boolean deep, @Context SecurityContext security) {
    if (!scope.coversAll(Callers.viewer(security))) {
      throw Trouble.WHOLE_CITY_ONLY.problem();
    }
    List<FindingView> findings = new ArrayList<>();
    shelf.get().ifPresent(there -> keptOut(findings, there));
    Doctor doctor = new Doctor(town);
    (deep ? doctor.lookDeeply() : doctor.look())
        .forEach(
            found ->
                findings.add(
                    new FindingView(found.level(), found.code(), town.render(found.why()))));
    return findings;
  }

  /** Plug-ins that were put in, and are not let run any more. */
  private static void keptOut(List<FindingView> findings, PluginShelf there) {
    there.list().stream()
        .filter(entry -> entry.state() == ShelfEntry.State.KEPT_OUT)
        .flatMap(entry -> entry.why().stream())
        .forEach(why -> findings.add(new FindingView(Doctor.Level.FAULT, KEPT_OUT, why)));
  }
}
