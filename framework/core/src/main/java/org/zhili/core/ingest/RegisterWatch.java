package org.zhili.core.ingest;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.zhili.city.Device;
import org.zhili.core.ingest.Quarantined.Kind;
import org.zhili.id.DeviceId;
import org.zhili.id.NetworkId;

/**
 * Knows of which devices the register says something else than when messages of theirs were
 * quarantined. Thread-safe, but {@link #changed} is for one thread at a time.
 */
final class RegisterWatch {
  private static final int PAGE = 200;

  private final QuarantineStore store;
  private final Devices devices;
  private final Set<DeviceId> changed = ConcurrentHashMap.newKeySet();
  private final AtomicInteger register = new AtomicInteger(1);
  private int looked;

  RegisterWatch(QuarantineStore store, Devices devices) {
    this.store = store;
    this.devices = devices;
    devices.whenChanged(changed::add);
  }

  /** Any device may be registered otherwise by now. */
  void registerChanged() {
    register.incrementAndGet();
  }

  /**
   * The devices to try again. Strangers that are known by now are found whenever and wherever they
   * were registered; others when this node registered them, or {@link #registerChanged} says so,
   * and the first time.
   *
   * @param drivers who is here; nobody else's devices need to be looked for
   */
  Set<DeviceId> changed(Set<String> drivers) {
    find(Kind.UNKNOWN_DEVICE, device -> true);
    int now = register.get();
    if (now != looked) {
      find(Kind.NO_DRIVER, device -> drivers.contains(device.driver()));
      find(Kind.FOREIGN, device -> drivers.contains(device.driver()));
      find(Kind.REJECTED, device -> drivers.contains(device.driver()));
      looked = now;
    }
    return Set.copyOf(changed);
  }

  /** The names in networks of strangers that are known by now. */
  Set<NetworkId> known() {
    Set<NetworkId> known = new LinkedHashSet<>();
    Optional<NetworkId> after = Optional.empty();
    for (; ; ) {
      List<NetworkId> page = store.strangers(after, PAGE);
      devices.expectBehind(Set.copyOf(page));
      for (NetworkId network : page) {
        if (devices.behind(network).isPresent()) {
          known.add(network);
        }
      }
      if (page.size() < PAGE) {
        return known;
      }
      after = Optional.of(page.get(page.size() - 1));
    }
  }

  /** Do not name it again until it changes again; to be called before its messages are tried. */
  void taken(DeviceId device) {
    changed.remove(device);
  }

  /** Name it again, as its messages could not be tried. */
  void notTried(DeviceId device) {
    changed.add(device);
  }

  private void find(Kind kind, Predicate<Device> worthwhile) {
    Optional<DeviceId> after = Optional.empty();
    for (; ; ) {
      List<DeviceId> page = store.devices(kind, after, PAGE);
      devices.expect(Set.copyOf(page));
      for (DeviceId device : page) {
        if (devices.find(device).filter(worthwhile).isPresent()) {
          changed.add(device);
        }
      }
      if (page.size() < PAGE) {
        return;
      }
      after = Optional.of(page.get(page.size() - 1));
    }
  }
}
