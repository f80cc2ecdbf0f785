package org.zhili.resources.internal.quarantine;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhili.access.Allowed;
import org.zhili.access.Role;
import org.zhili.access.Viewer;
import org.zhili.city.Device;
import org.zhili.core.city.DeviceBook;
import org.zhili.core.ingest.Quarantine;
import org.zhili.core.ingest.QuarantineStore.Selection;
import org.zhili.core.ingest.Quarantined;
import org.zhili.id.DeviceId;
import org.zhili.resources.internal.Callers;
import org.zhili.resources.internal.Form;
import org.zhili.resources.internal.Paging;
import org.zhili.resources.internal.Scope;
import org.zhili.resources.internal.Trouble;
import org.zhili.resources.security.Audit;

/** The quarantine (隔离区): looked at, and tried again. */
@Path("quarantine")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "quarantine")
public final class QuarantineResource {
  private final Quarantine quarantine;
  private final DeviceBook devices;
  private final Scope scope;

  public QuarantineResource(Quarantine quarantine, DeviceBook devices, Scope scope) {
    this.quarantine = quarantine;
    this.devices = devices;
    this.scope = scope;
  }

  @GET
  @Allowed({Role.OPERATOR, Role.ADMINISTRATOR})
  @Operation(summary = "List messages nothing could be made of, in order of arrival · 列出隔离报文")
  public Paging.Page<MessageView> list(
      @QueryParam("kind") @Size(max = 20) @Nullable String kind,
      @QueryParam("device") @Size(max = 64) @Pattern(regexp = Form.ID) @Nullable String device,
      @QueryParam("after") @Size(max = 36) @Pattern(regexp = Form.ID) @Nullable String after,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Paging.MOST) int limit,
      @Context SecurityContext security) {
    Viewer viewer = Callers.viewer(security);
    Selection selection =
        new Selection(
            Form.maybe("kind", kind, text -> Form.constant("kind", text, Quarantined.Kind.class)),
            Form.maybe("device", device, DeviceId::new),
            Optional.empty(),
            Optional.empty(),
            false,
            OptionalInt.empty());
    Optional<UUID> last = Form.maybe("after", after, UUID::fromString);
    List<Quarantined> found =
        quarantine.list(selection, scope.reach(viewer), last, Paging.limit(limit));
    return Paging.of(found, limit, Quarantined::id).map(MessageView::of);
  }

  @POST
  @Path("{id}/replay")
  @Allowed({Role.OPERATOR, Role.ADMINISTRATOR})
  @Operation(summary = "Try one message again · 重放一条报文")
  public Quarantine.Replayed replay(
      @PathParam("id") @Size(max = 36) @Pattern(regexp = Form.ID) String id,
      @Context SecurityContext security) {
    Viewer viewer = Callers.viewer(security);
    Quarantined message =
        quarantine
            .find(Form.id("id", id, UUID::fromString))
            .filter(kept -> sees(viewer, kept))
            .orElseThrow(() -> Trouble.NO_MESSAGE.problem(id));
    if (!message.replayable()) {
      throw Trouble.NOT_REPLAYABLE.problem(id);
    }
    Quarantine.Replayed replayed = again(() -> quarantine.replay(message.id()));
    Audit.note(viewer, "message.replayed", id);
    return replayed;
  }

  @POST
  @Path("replay")
  @Allowed({Role.OPERATOR, Role.ADMINISTRATOR})
  @Operation(summary = "Try a driver's messages again, or all that are due · 批量重放报文")
  public Quarantine.Replayed replayAll(
      @Valid @NotNull ReplayBody body, @Context SecurityContext security) {
    Viewer viewer = Callers.viewer(security);
    if (!scope.coversAll(viewer)) {
      throw Trouble.WHOLE_CITY_ONLY.problem();
    }
    Optional<String> driver = body.driver();
    Quarantine.Replayed replayed =
        again(() -> driver.isPresent() ? quarantine.replayAll(driver.get()) : quarantine.sweep());
    Audit.note(viewer, "messages.replayed", driver.orElse("all that are due"));
    return replayed;
  }

  /** A message of nobody's belongs to the whole city. */
  private boolean sees(Viewer viewer, Quarantined message) {
    return scope.coversAll(viewer)
        || message
            .device()
            .flatMap(devices::find)
            .map(Device::area)
            .filter(area -> scope.covers(viewer, area))
            .isPresent();
  }

  private interface Replay {
    Quarantine.Replayed run() throws InterruptedException;
  }

  private static Quarantine.Replayed again(Replay replay) {
    try {
      return replay.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Trouble.STORE_AWAY.problem();
    }
  }
}
