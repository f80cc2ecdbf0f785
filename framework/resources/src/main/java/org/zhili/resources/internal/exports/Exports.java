package org.zhili.resources.internal.exports;

import java.util.List;
import org.zhili.core.city.CityBooks;
import org.zhili.resources.export.Workbooks;
import org.zhili.resources.internal.alerts.AlertResource;
import org.zhili.resources.internal.audit.AuditResource;
import org.zhili.resources.internal.cases.CaseResource;
import org.zhili.resources.internal.city.AreaResource;
import org.zhili.resources.internal.city.AssetResource;
import org.zhili.resources.internal.city.DeviceAlarmResource;
import org.zhili.resources.internal.city.DeviceResource;
import org.zhili.resources.internal.city.DeviceStatesResource;
import org.zhili.resources.internal.city.UnitResource;
import org.zhili.resources.internal.dispatch.OrderResource;
import org.zhili.resources.internal.dispatch.ReviewResource;
import org.zhili.resources.internal.inbox.InboxResource;
import org.zhili.resources.internal.quarantine.QuarantineResource;
import org.zhili.resources.internal.scores.ScoreResource;
import org.zhili.resources.internal.status.SetAsideResource;

/**
 * The exports of a town. Each asks the resource that has the list, as a caller would, so that there
 * is one place that says who sees what.
 */
public record Exports(List<Object> lists, CityBooks books, Workbooks workbooks) {
  public List<Object> all() {
    return List.of(
        new CaseExportResource(
            the(CaseResource.class),
            the(ReviewResource.class),
            the(OrderResource.class),
            the(AlertResource.class),
            books,
            workbooks),
        new DeviceExportResource(
            the(DeviceResource.class),
            the(DeviceStatesResource.class),
            the(DeviceAlarmResource.class),
            the(InboxResource.class),
            the(QuarantineResource.class),
            books,
            workbooks),
        new BookExportResource(
            the(AssetResource.class),
            the(UnitResource.class),
            the(AreaResource.class),
            the(ScoreResource.class),
            books,
            workbooks),
        new AuditExportResource(the(AuditResource.class), the(SetAsideResource.class), workbooks));
  }

  private <T> T the(Class<T> type) {
    return the(type, lists);
  }

  /** The one of this class. */
  public static <T> T the(Class<T> type, List<Object> lists) {
    return lists.stream().filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
  }
}
