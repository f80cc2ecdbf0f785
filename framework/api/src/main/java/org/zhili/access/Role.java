package org.zhili.access;

/** The roles every town has; modules may add names of their own. */
public final class Role {
  /** Duty officer of the operations centre (城市运行管理中心): accepts, dispatches, reviews. */
  public static final String OPERATOR = "operator";

  /** Speaks for a handling unit (承办单位): acknowledges, handles, feeds back. */
  public static final String UNIT = "unit";

  /** Verifies and closes (核查结案), urges, and referees returned cases. */
  public static final String SUPERVISOR = "supervisor";

  /** Patrols a grid (网格员): reports, handles small matters on the spot, verifies what was done. */
  public static final String GRID_WORKER = "grid-worker";

  /** Runs the installation (系统管理员): settings, plug-ins, devices, registers. */
  public static final String ADMINISTRATOR = "administrator";

  /** Says who has an account, and what it may do (安全管理员). */
  public static final String SECURITY_ADMINISTRATOR = "security-administrator";

  /** Reads and verifies who did what (审计管理员), and nothing else. */
  public static final String AUDIT_ADMINISTRATOR = "audit-administrator";

  /** A screen on a wall (大屏): shows how the town is, and nothing that people wrote. */
  public static final String DISPLAY = "display";

  /** A resident (居民), known only by the progress code. */
  public static final String RESIDENT = "resident";

  /** The town itself: alarm rules, timers, strategies. No person can have it. */
  public static final String SYSTEM = "system";

  private Role() {}
}
