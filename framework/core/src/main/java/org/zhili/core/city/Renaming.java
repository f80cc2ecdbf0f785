package org.zhili.core.city;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhili.city.Device;

/** Gives devices other names in their networks, also each other's. */
final class Renaming {
  private Renaming() {}

  /**
   * The same changes, once each device that is to be called otherwise by its network has lost its
   * name: the next may be called so now, and the other way round.
   */
  static List<Change<Device>> released(RegisterStore registers, List<Change<Device>> changes) {
    List<Change<Device>> released = new ArrayList<>();
    for (Change<Device> change : changes) {
      Optional<Device> named =
          change
              .before()
              .filter(before -> before.network().isPresent())
              .filter(before -> !before.network().equals(change.after().network()));
      named.ifPresent(before -> registers.replaceDevice(named, nameless(before)));
      Optional<Device> now = named.map(Renaming::nameless).or(change::before);
      released.add(new Change<>(now, change.after()));
    }
    return released;
  }

  private static Device nameless(Device device) {
    return new Device(
        device.id(),
        device.type(),
        device.driver(),
        device.area(),
        device.address(),
        device.position(),
        device.asset(),
        device.settings());
  }
}
