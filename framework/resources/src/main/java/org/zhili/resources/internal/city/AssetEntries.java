package org.zhili.resources.internal.city;

import java.util.Optional;
import org.zhili.access.Viewer;
import org.zhili.city.Asset;
import org.zhili.id.AssetId;
import org.zhili.id.UnitId;
import org.zhili.resources.internal.Form;
import org.zhili.resources.internal.PositionBody;
import org.zhili.resources.internal.Register;
import org.zhili.resources.internal.Scope;
import org.zhili.resources.internal.Trouble;
import org.zhili.resources.security.Audit;
import org.zhili.resources.security.AuditDetail;
import org.zhili.text.Wording;

/** What holds for every entry of the register of assets, however it is brought. */
public final class AssetEntries {
  private final Register register;
  private final Scope scope;

  public AssetEntries(Register register, Scope scope) {
    this.register = register;
    this.scope = scope;
  }

  /** The entry that a body asks for, held against the city's books. */
  public Asset wanted(String code, AssetBody body, Viewer viewer) {
    return new Asset(
        Form.id("code", code, AssetId::new),
        body.type(),
        new Wording(body.name().zh(), body.name().en()),
        register.area(body.area(), viewer),
        body.address(),
        body.position().map(PositionBody::position),
        register.unit("owner", body.owner()),
        register.unit("competent", body.competent()),
        register.unit("maintainer", body.maintainer()),
        register.unit("supervisor", body.supervisor()));
  }

  /** Refuse an entry that is not the viewer's to write. */
  public void check(Asset wanted, Optional<Asset> present, Viewer viewer) {
    if (present.filter(asset -> !scope.covers(viewer, asset.area())).isPresent()) {
      throw Trouble.NO_ASSET.problem(wanted.id().value());
    }
  }

  /** What the audit keeps of an entry that was written. */
  public static Audit.Done noted(Optional<Asset> before, Asset after) {
    String action = before.isPresent() ? "asset.changed" : "asset.registered";
    AuditDetail owner = AuditDetail.NONE.with("owner", owner(Optional.of(after)));
    boolean same = before.map(Asset::owner).equals(Optional.of(after.owner()));
    AuditDetail detail = same ? owner : owner.with("before", owner(before));
    return new Audit.Done(action, after.id().value(), detail.pairs());
  }

  private static String owner(Optional<Asset> asset) {
    return asset.flatMap(Asset::owner).map(UnitId::value).orElse("-");
  }
}
