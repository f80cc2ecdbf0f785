package org.zhili.resources.internal;

import jakarta.ws.rs.core.SecurityContext;
import org.zhili.access.Viewer;
import org.zhili.id.UnitId;
import org.zhili.resources.security.ViewerPrincipal;

/** Who calls, where somebody must have logged in. */
public final class Callers {
  private Callers() {}

  public static Viewer viewer(SecurityContext security) {
    return ViewerPrincipal.viewer(security).orElseThrow(Trouble.NOT_LOGGED_IN::problem);
  }

  /** The unit the caller speaks for. */
  public static UnitId unit(Viewer viewer) {
    return viewer.unit().orElseThrow(Trouble.NO_UNIT::problem);
  }
}
