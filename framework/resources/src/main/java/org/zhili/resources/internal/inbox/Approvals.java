package org.zhili.resources.internal.inbox;

import org.zhili.access.Viewer;
import org.zhili.city.Device;
import org.zhili.core.city.DeviceAccess;
import org.zhili.core.inbox.Inbox;
import org.zhili.core.inbox.Stranger;
import org.zhili.id.DeviceId;
import org.zhili.resources.internal.Form;
import org.zhili.resources.internal.Register;
import org.zhili.resources.internal.Trouble;

/** What holds for every unknown device that is approved, however it is. */
public final class Approvals {
  private final Inbox inbox;
  private final DeviceAccess access;
  private final Register register;

  public Approvals(Inbox inbox, DeviceAccess access, Register register) {
    this.inbox = inbox;
    this.access = access;
    this.register = register;
  }

  /** A stranger and what it becomes. */
  public record Approval(Stranger stranger, Device device) {}

  Stranger known(String name) {
    return inbox.find(name).orElseThrow(() -> Trouble.NO_STRANGER.problem(name));
  }

  /** What a body asks for, held against the city's books. */
  public Approval wanted(String name, ApprovalBody body, Viewer viewer) {
    Stranger stranger = known(name);
    DeviceId id =
        body.id().map(text -> Form.id("id", text, DeviceId::new)).orElse(stranger.suggestedId());
    if (stranger.network().isEmpty() && !id.value().equals(stranger.name())) {
      throw Form.wrong("id", "own-id", stranger.name());
    }
    if (id.isReserved()) {
      throw Trouble.NAME_OF_THE_TOWN.problem(id.value());
    }
    if (access.isGateway(id.value())) {
      throw Trouble.NAME_TAKEN.problem(id.value());
    }
    Device device =
        body.device()
            .device(
                id,
                register.area(body.device().area(), viewer),
                body.device().asset().map(code -> register.asset(code, viewer).id()),
                stranger.network());
    return new Approval(stranger, device);
  }
}
