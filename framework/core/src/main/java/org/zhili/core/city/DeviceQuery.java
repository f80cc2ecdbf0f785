package org.zhili.core.city;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.zhili.city.Device;
import org.zhili.id.AreaId;

/**
 * Which devices are wanted.
 *
 * @param in in any of these areas; none for anywhere
 */
public record DeviceQuery(Set<AreaId> in, Optional<Sought> sought) {
  public DeviceQuery {
    in = Set.copyOf(in);
  }

  /** All of these areas; without any, of the whole city. */
  public static DeviceQuery in(Set<AreaId> areas) {
    return new DeviceQuery(areas, Optional.empty());
  }

  public boolean wants(Device device) {
    return (in.isEmpty() || in.contains(device.area()))
        && sought.map(words -> words.fits(device)).orElse(true);
  }

  /**
   * What somebody typed, in small letters: a part of the id, the type, the driver or the address.
   *
   * @param areas those that are called so, which fit as well
   * @param types kinds of devices that are called so, which fit as well
   */
  public record Sought(String text, Set<AreaId> areas, Set<String> types) {
    public Sought {
      text = text.toLowerCase(Locale.ROOT);
      areas = Set.copyOf(areas);
      types = Set.copyOf(types);
    }

    private boolean fits(Device device) {
      return areas.contains(device.area())
          || types.contains(device.type())
          || Stream.of(device.id().value(), device.type(), device.driver(), device.address())
              .anyMatch(word -> word.toLowerCase(Locale.ROOT).contains(text));
    }
  }
}
