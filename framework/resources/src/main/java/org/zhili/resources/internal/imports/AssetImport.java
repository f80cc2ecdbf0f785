package org.zhili.resources.internal.imports;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.zhili.access.Viewer;
import org.zhili.city.Asset;
import org.zhili.core.city.Change;
import org.zhili.core.city.DeviceBook;
import org.zhili.device.Value.Position;
import org.zhili.id.AssetId;
import org.zhili.id.UnitId;
import org.zhili.resources.imports.Checks;
import org.zhili.resources.imports.Field;
import org.zhili.resources.imports.Field.Need;
import org.zhili.resources.imports.Filled;
import org.zhili.resources.imports.Importing;
import org.zhili.resources.imports.Layout;
import org.zhili.resources.imports.Told;
import org.zhili.resources.imports.Verdict;
import org.zhili.resources.internal.city.AssetEntries;
import org.zhili.resources.internal.exports.Titles;
import org.zhili.resources.security.Audit;
import org.zhili.text.Wording;

/** Sheets for the register of assets. */
final class AssetImport implements Importing<Asset> {
  private static final Layout LAYOUT =
      new Layout(
          "assets",
          Titles.list("assets"),
          List.of(
              Fields.code("code", "asset", Need.KEY),
              Fields.code("type", "kind", Need.NEEDED),
              Fields.text("name.zh", "nameZh", Need.NEEDED),
              Fields.text("name.en", "nameEn", Need.OPTIONAL),
              Fields.code("area", "area", Need.NEEDED),
              Fields.text("address", "address", Need.NEEDED),
              Fields.latitude(),
              Fields.longitude(),
              Fields.code("owner", "owner", Need.OPTIONAL),
              Fields.code("competent", "competent", Need.OPTIONAL),
              Fields.code("maintainer", "maintainer", Need.OPTIONAL),
              Fields.code("supervisor", "supervisor", Need.OPTIONAL)),
          20_000);

  private final DeviceBook book;
  private final AssetEntries entries;

  AssetImport(DeviceBook book, AssetEntries entries) {
    this.book = book;
    this.entries = entries;
  }

  @Override
  public Layout layout() {
    return LAYOUT;
  }

  @Override
  public Optional<Asset> read(Filled row, Viewer viewer, Checks checks) {
    return Optional.of(entries.wanted(row.needed("code"), checks.valid(Bodies.asset(row)), viewer));
  }

  @Override
  public Optional<Wording> said(Asset asset, Field field) {
    Optional<String> text =
        switch (field.path()) {
          case "code" -> Optional.of(asset.id().value());
          case "type" -> Optional.of(asset.type());
          case "name.zh" -> Optional.of(asset.name().zh());
          // an empty cell stands for the Chinese one
          case "name.en" ->
              Optional.of(asset.name().en()).filter(en -> !en.equals(asset.name().zh()));
          case "area" -> Optional.of(asset.area().value());
          case "address" -> Optional.of(asset.address());
          case "position.latitude" -> Fields.degrees(asset.position(), Position::latitude);
          case "position.longitude" -> Fields.degrees(asset.position(), Position::longitude);
          case "owner" -> asset.owner().map(UnitId::value);
          case "competent" -> asset.competent().map(UnitId::value);
          case "maintainer" -> asset.maintainer().map(UnitId::value);
          case "supervisor" -> asset.supervisor().map(UnitId::value);
          default -> Optional.empty();
        };
    return text.filter(said -> !said.isBlank()).map(Wording::same);
  }

  @Override
  public List<Verdict<Asset>> judge(List<Asset> wanted, Viewer viewer) {
    Map<AssetId, Asset> present =
        book.registeredAssets(wanted.stream().map(Asset::id).collect(Collectors.toSet()));
    return wanted.stream()
        .map(
            asset -> {
              Optional<Asset> before = Optional.ofNullable(present.get(asset.id()));
              return Verdict.of(asset, before, () -> entries.check(asset, before, viewer));
            })
        .toList();
  }

  @Override
  public Supplier<List<Told>> writer(List<Change<Asset>> changes, Viewer viewer) {
    return () -> {
      book.registerAssets(changes);
      return List.of();
    };
  }

  @Override
  public Optional<Audit.Done> noted(Change<Asset> change) {
    return Optional.of(AssetEntries.noted(change.before(), change.after()));
  }
}
