package org.zhili.resources.internal.cases;

import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.zhili.access.Role;
import org.zhili.access.Viewer;
import org.zhili.alert.Severity;
import org.zhili.casework.CaseType;
import org.zhili.casework.NewCase;
import org.zhili.casework.Report;
import org.zhili.city.Asset;
import org.zhili.core.casework.CaseTypes;
import org.zhili.id.AreaId;
import org.zhili.resources.internal.Form;
import org.zhili.resources.internal.PositionBody;
import org.zhili.resources.internal.Register;
import org.zhili.resources.internal.Trouble;
import org.zhili.text.Wording;

/** Reads a report by hand, and holds it against the city's books. */
public final class ReportReading {
  private static final String SENSOR = "sensor";

  private final CaseTypes types;
  private final Register register;
  private final InstantSource clock;

  public ReportReading(CaseTypes types, Register register, InstantSource clock) {
    this.types = types;
    this.register = register;
    this.clock = clock;
  }

  NewCase newCase(ReportBody body, Viewer viewer) {
    CaseType type = types.current(body.type()).orElseThrow(() -> unknownType(body.type()));
    body.filing()
        .filter(filing -> type.filing(filing).isEmpty())
        .ifPresent(
            filing -> {
              throw Form.wrong("filing", "value", filings(type));
            });
    if (body.source().equals(SENSOR)) {
      throw Form.wrong("source", "source");
    }
    if (!viewer.has(Role.OPERATOR) && !body.source().equals(Role.GRID_WORKER)) {
      throw Form.wrong("source", "value", Role.GRID_WORKER);
    }
    AreaId area = register.area(body.area(), viewer);
    Optional<Asset> asset = body.asset().map(code -> register.asset(code, area, viewer));
    return new NewCase(type.id(), body.filing(), report(body, area, asset));
  }

  private Report report(ReportBody body, AreaId area, Optional<Asset> asset) {
    return new Report(
        key(body, asset),
        body.source(),
        body.subject(),
        body.condition(),
        area,
        body.address(),
        body.position().map(PositionBody::position).or(() -> asset.flatMap(Asset::position)),
        Wording.same(body.summary()),
        body.severity().orElse(Severity.MINOR),
        clock.instant(),
        Optional.empty(),
        asset.map(Asset::id),
        asset.flatMap(Asset::owner),
        body.evidence().stream().map(EvidenceBody::evidence).toList());
  }

  /** The same condition of the same asset is one case, whether a device or a person tells. */
  private static String key(ReportBody body, Optional<Asset> asset) {
    return asset
        .map(a -> "asset " + a.id() + " " + body.condition())
        .orElseGet(() -> "report " + UUID.randomUUID());
  }

  private RuntimeException unknownType(String type) {
    String known =
        types.current().stream().map(CaseType::id).sorted().collect(Collectors.joining(", "));
    return Trouble.UNKNOWN_TYPE.at("type", type, known);
  }

  private static String filings(CaseType type) {
    return type.filings().stream().map(f -> f.id()).collect(Collectors.joining(", "));
  }
}
