package org.zhili.resources.internal.shelf;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import java.util.function.Supplier;
import org.zhili.access.Allowed;
import org.zhili.access.Role;
import org.zhili.core.shelf.PluginShelf;
import org.zhili.core.shelf.ShelfTrust;
import org.zhili.resources.internal.Callers;
import org.zhili.resources.internal.Scope;
import org.zhili.resources.internal.Trouble;

/** Whose signatures plug-ins have, and whose the city trusts (可信厂商). */
@Path("trust")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "shelf")
public final class TrustResource {
  private final Supplier<Optional<PluginShelf>> shelf;
  private final Scope scope;

  public TrustResource(Supplier<Optional<PluginShelf>> shelf, Scope scope) {
    this.shelf = shelf;
    this.scope = scope;
  }

  @GET
  @Allowed(Role.ADMINISTRATOR)
  @Operation(summary = "Tell who signed plug-ins, and whom the city trusts · 查看插件签名与可信厂商证书")
  public ShelfTrust read(@Context SecurityContext security) {
    if (!scope.coversAll(Callers.viewer(security))) {
      throw Trouble.WHOLE_CITY_ONLY.problem();
    }
    return shelf.get().orElseThrow(Trouble.NO_SHELF::problem).trust();
  }
}
