package org.zhili.resources.internal.imports;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.zhili.access.Viewer;
import org.zhili.city.Device;
import org.zhili.core.city.Change;
import org.zhili.core.city.DeviceBook;
import org.zhili.device.Value.Position;
import org.zhili.id.AssetId;
import org.zhili.id.DeviceId;
import org.zhili.id.NetworkId;
import org.zhili.resources.imports.Checks;
import org.zhili.resources.imports.Field;
import org.zhili.resources.imports.Field.Kind;
import org.zhili.resources.imports.Field.Need;
import org.zhili.resources.imports.Filled;
import org.zhili.resources.imports.Importing;
import org.zhili.resources.imports.Layout;
import org.zhili.resources.imports.Told;
import org.zhili.resources.imports.Verdict;
import org.zhili.resources.internal.city.DeviceEntries;
import org.zhili.resources.internal.exports.Titles;
import org.zhili.resources.security.Audit;
import org.zhili.text.Wording;

/** Sheets for the register of devices. */
final class DeviceImport implements Importing<Device> {
  private static final Layout LAYOUT =
      new Layout(
          "devices",
          Titles.list("devices"),
          List.of(
              Fields.code("id", "device", Need.KEY),
              Fields.code("type", "kind", Need.NEEDED),
              Fields.code("driver", "driver", Need.NEEDED),
              Fields.code("area", "area", Need.NEEDED),
              Fields.text("address", "address", Need.NEEDED),
              Fields.latitude(),
              Fields.longitude(),
              Fields.code("asset", "asset", Need.OPTIONAL),
              Fields.of("settings", "settings", Kind.TEXT, Need.OPTIONAL),
              Fields.code("network", "network", Need.UNIQUE)),
          20_000);

  private final DeviceBook book;
  private final DeviceEntries entries;

  DeviceImport(DeviceBook book, DeviceEntries entries) {
    this.book = book;
    this.entries = entries;
  }

  @Override
  public Layout layout() {
    return LAYOUT;
  }

  @Override
  public Optional<Device> read(Filled row, Viewer viewer, Checks checks) {
    return Optional.of(entries.wanted(row.needed("id"), checks.valid(Bodies.device(row)), viewer));
  }

  @Override
  public Optional<Wording> said(Device device, Field field) {
    Optional<String> text =
        switch (field.path()) {
          case "id" -> Optional.of(device.id().value());
          case "type" -> Optional.of(device.type());
          case "driver" -> Optional.of(device.driver());
          case "area" -> Optional.of(device.area().value());
          case "address" -> Optional.of(device.address());
          case "position.latitude" -> Fields.degrees(device.position(), Position::latitude);
          case "position.longitude" -> Fields.degrees(device.position(), Position::longitude);
          case "asset" -> device.asset().map(AssetId::value);
          case "settings" -> Optional.of(Titles.settings(new TreeMap<>(device.settings())));
          case "network" -> device.network().map(NetworkId::value);
          default -> Optional.empty();
        };
    return text.filter(said -> !said.isBlank()).map(Wording::same);
  }

  @Override
  public List<Verdict<Device>> judge(List<Device> wanted, Viewer viewer) {
    Map<DeviceId, Device> present =
        book.registered(wanted.stream().map(Device::id).collect(Collectors.toSet()));
    Map<NetworkId, Device> holders =
        book.holders(
            wanted.stream()
                .flatMap(device -> device.network().stream())
                .collect(Collectors.toSet()));
    // those of the sheet are called as it says once it is taken, and are judged by their own rows
    Set<DeviceId> named = present.keySet();
    return wanted.stream()
        .map(
            device -> {
              Optional<Device> before = Optional.ofNullable(present.get(device.id()));
              return Verdict.of(
                  device,
                  before,
                  () -> {
                    entries.check(device, before, viewer);
                    entries.freed(
                        device,
                        device
                            .network()
                            .flatMap(name -> Optional.ofNullable(holders.get(name)))
                            .filter(holder -> !named.contains(holder.id())),
                        viewer);
                  });
            })
        .toList();
  }

  @Override
  public Supplier<List<Told>> writer(List<Change<Device>> changes, Viewer viewer) {
    return () -> {
      book.registerDevices(changes);
      return List.of();
    };
  }

  @Override
  public Optional<Audit.Done> noted(Change<Device> change) {
    return Optional.of(
        new Audit.Done("device.registered", change.after().id().value(), "from a sheet"));
  }
}
