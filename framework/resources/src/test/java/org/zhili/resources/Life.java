package org.zhili.resources;

import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.zhili.resources.internal.cases.ActionBody;
import org.zhili.resources.internal.cases.CaseActionResource;
import org.zhili.resources.internal.cases.CaseDetail;
import org.zhili.resources.internal.cases.CaseResource;
import org.zhili.resources.internal.cases.ReportBody;

/** Leads cases through their lives as people do, over the resources. */
public final class Life {
  private final CaseResource cases;
  private final CaseActionResource actions;

  public Life(TestTown town) {
    cases = town.resource(CaseResource.class);
    actions = town.resource(CaseActionResource.class);
  }

  public CaseDetail report(ReportBody body) {
    return detail(cases.report(body, null, LoggedIn.OPERATOR));
  }

  public CaseDetail act(String id, ActionBody body, LoggedIn by) {
    return detail(actions.act(id, body, "*", null, by));
  }

  /** A case in the east that the works lead. */
  public String dispatched() {
    return dispatched("east-1");
  }

  public String dispatched(String area) {
    String id = report(Bodies.report(area, Optional.empty())).head().id();
    act(id, Bodies.action("accept"), LoggedIn.OPERATOR);
    act(id, Bodies.dispatch(TestTown.WORKS.value(), "theirs"), LoggedIn.OPERATOR);
    return id;
  }

  /** The same case, done and verified. */
  public String closed() {
    String id = dispatched();
    act(id, Bodies.action("acknowledge"), LoggedIn.WORKS);
    act(id, Bodies.action("feed-back", "", "photo-after"), LoggedIn.WORKS);
    act(id, Bodies.action("close"), LoggedIn.SUPERVISOR);
    return id;
  }

  public static CaseDetail detail(Response response) {
    return (CaseDetail) response.getEntity();
  }
}
