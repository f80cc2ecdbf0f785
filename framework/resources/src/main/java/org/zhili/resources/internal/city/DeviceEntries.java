package org.zhili.resources.internal.city;

import java.util.Optional;
import org.zhili.access.Viewer;
import org.zhili.city.Device;
import org.zhili.core.city.DeviceAccess;
import org.zhili.id.DeviceId;
import org.zhili.resources.internal.Form;
import org.zhili.resources.internal.Register;
import org.zhili.resources.internal.Scope;
import org.zhili.resources.internal.Trouble;
import org.zhili.resources.security.Audit;
import org.zhili.resources.security.AuditDetail;

/** What holds for every entry of the register of devices, however it is brought. */
public final class DeviceEntries {
  private final DeviceAccess access;
  private final Register register;
  private final Scope scope;

  public DeviceEntries(DeviceAccess access, Register register, Scope scope) {
    this.access = access;
    this.register = register;
    this.scope = scope;
  }

  /** The entry that a body asks for, held against the city's books. */
  public Device wanted(String id, DeviceBody body, Viewer viewer) {
    return body.device(
        Form.id("id", id, DeviceId::new),
        register.area(body.area(), viewer),
        body.asset().map(code -> register.asset(code, viewer).id()));
  }

  /** Refuse an entry that is not the viewer's to write, or that is called like another thing. */
  public void check(Device wanted, Optional<Device> present, Viewer viewer) {
    String id = wanted.id().value();
    if (present.filter(device -> !scope.covers(viewer, device.area())).isPresent()) {
      throw Trouble.NO_DEVICE.problem(id);
    } else if (present.isEmpty() && wanted.id().isReserved()) {
      throw Trouble.NAME_OF_THE_TOWN.problem(id);
    } else if (present.isEmpty() && access.isGateway(id)) {
      throw Trouble.NAME_TAKEN.problem(id);
    }
  }

  /**
   * The device that loses its name in a network to this one; not one that is another's to change.
   *
   * @param called the device that is called so now
   */
  public Optional<Device> freed(Device wanted, Optional<Device> called, Viewer viewer) {
    Optional<Device> holder = called.filter(device -> !device.id().equals(wanted.id()));
    if (holder.filter(device -> !scope.covers(viewer, device.area())).isPresent()) {
      String network = wanted.network().orElseThrow().value();
      Audit.refused(
          viewer.account(),
          "device.refused",
          wanted.id().value(),
          AuditDetail.NONE.with("network", network).pairs());
      throw Trouble.NETWORK_TAKEN.problem(network);
    }
    return holder;
  }
}
