package org.zhili.resources.internal.imports;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.zhili.access.Viewer;
import org.zhili.core.city.Change;
import org.zhili.core.city.DeviceBook;
import org.zhili.core.inbox.Inbox;
import org.zhili.id.DeviceId;
import org.zhili.id.NetworkId;
import org.zhili.resources.imports.Checks;
import org.zhili.resources.imports.Field.Kind;
import org.zhili.resources.imports.Field.Need;
import org.zhili.resources.imports.Filled;
import org.zhili.resources.imports.Importing;
import org.zhili.resources.imports.Layout;
import org.zhili.resources.imports.Told;
import org.zhili.resources.imports.Verdict;
import org.zhili.resources.internal.Scope;
import org.zhili.resources.internal.Trouble;
import org.zhili.resources.internal.exports.Titles;
import org.zhili.resources.internal.inbox.ApprovalBody;
import org.zhili.resources.internal.inbox.Approvals;
import org.zhili.resources.internal.inbox.Approvals.Approval;
import org.zhili.resources.security.Audit;

/** The export of unknown devices, brought with what those are that are to be registered. */
final class InboxImport implements Importing<Approval> {
  private static final Layout LAYOUT =
      new Layout(
          "inbox",
          Titles.list("inbox"),
          List.of(
              Fields.text("name", "device", Need.KEY),
              Fields.code("id", "suggestedId", Need.OPTIONAL),
              Fields.code("type", "kind", Need.NEEDED),
              Fields.code("driver", "driver", Need.NEEDED),
              Fields.code("area", "area", Need.NEEDED),
              Fields.text("address", "address", Need.NEEDED),
              Fields.latitude(),
              Fields.longitude(),
              Fields.code("asset", "asset", Need.OPTIONAL),
              Fields.of("settings", "settings", Kind.TEXT, Need.OPTIONAL)),
          2_000);

  private final Inbox inbox;
  private final Approvals approvals;
  private final DeviceBook devices;
  private final Scope scope;

  InboxImport(Inbox inbox, Approvals approvals, DeviceBook devices, Scope scope) {
    this.inbox = inbox;
    this.approvals = approvals;
    this.devices = devices;
    this.scope = scope;
  }

  @Override
  public Layout layout() {
    return LAYOUT;
  }

  @Override
  public Optional<Approval> read(Filled row, Viewer viewer, Checks checks) {
    if (!scope.coversAll(viewer)) {
      throw Trouble.WHOLE_CITY_ONLY.problem();
    }
    if (row.lacks(
            "type",
            "driver",
            "area",
            "address",
            "asset",
            "settings",
            "position.latitude",
            "position.longitude")
        && !isCalledOtherwise(row)) {
      return Optional.empty();
    }
    ApprovalBody body = new ApprovalBody(row.text("id"), checks.valid(Bodies.device(row)));
    return Optional.of(approvals.wanted(row.needed("name"), checks.valid(body), viewer));
  }

  /** Whether somebody wrote an id: an export holds what is suggested, which asks for nothing. */
  private static boolean isCalledOtherwise(Filled row) {
    String name = row.needed("name");
    String suggested =
        NetworkId.isWellFormed(name) ? new NetworkId(name).suggestion().value() : name;
    return row.text("id").filter(id -> !id.equals(suggested)).isPresent();
  }

  @Override
  public List<Verdict<Approval>> judge(List<Approval> wanted, Viewer viewer) {
    Set<DeviceId> taken = new HashSet<>();
    return wanted.stream()
        .map(
            approval ->
                Verdict.of(
                    approval,
                    Optional.empty(),
                    () -> {
                      DeviceId id = approval.device().id();
                      if (!taken.add(id) || devices.find(id).isPresent()) {
                        throw Trouble.NAME_TAKEN.problem(id.value());
                      }
                    }))
        .toList();
  }

  @Override
  public Supplier<List<Told>> writer(List<Change<Approval>> changes, Viewer viewer) {
    return () -> {
      for (Change<Approval> change : changes) {
        Approval approval = change.after();
        if (!inbox.register(approval.stranger(), approval.device())) {
          throw Trouble.NAME_TAKEN.problem(approval.device().id().value());
        }
      }
      inbox.replaySoon();
      return List.of();
    };
  }

  @Override
  public Optional<Audit.Done> noted(Change<Approval> change) {
    String id = change.after().device().id().value();
    return Optional.of(new Audit.Done("device.approved", id, "from a sheet"));
  }
}
