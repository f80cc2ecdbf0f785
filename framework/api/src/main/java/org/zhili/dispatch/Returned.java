package org.zhili.dispatch;

import org.zhili.id.UnitId;

/** A unit that was given this case before and handed it back with reason. */
public record Returned(UnitId unit, String reason) {}
