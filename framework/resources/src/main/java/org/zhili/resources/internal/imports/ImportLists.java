package org.zhili.resources.internal.imports;

import java.util.List;
import org.zhili.core.town.Town;
import org.zhili.resources.imports.Imports;
import org.zhili.resources.internal.Register;
import org.zhili.resources.internal.Scope;
import org.zhili.resources.internal.cases.HandReports;
import org.zhili.resources.internal.city.AssetEntries;
import org.zhili.resources.internal.city.DeviceEntries;
import org.zhili.resources.internal.inbox.Approvals;

/** The lists of a town that sheets are taken into. */
public record ImportLists(Town town, Register register, Scope scope, HandReports reports) {
  public List<Object> all(Imports imports) {
    return List.of(
        new DeviceImportResource(
            new DeviceImport(town.devices(), new DeviceEntries(town.access(), register, scope)),
            imports),
        new AssetImportResource(
            new AssetImport(town.devices(), new AssetEntries(register, scope)), imports),
        new InboxImportResource(
            new InboxImport(
                town.inbox(),
                new Approvals(town.inbox(), town.access(), register),
                town.devices(),
                scope),
            imports),
        new CaseImportResource(new CaseImport(reports), imports));
  }
}
