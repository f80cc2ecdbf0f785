package org.zhili.resources.internal.inbox;

import org.zhili.core.ingest.Quarantine;
import org.zhili.resources.internal.city.DeviceView;

/**
 * What became of an unknown device, and of what was kept of it.
 *
 * @param replayed its messages: read now, still kept for another reason, or gone meanwhile
 */
public record ApprovalView(DeviceView device, Quarantine.Replayed replayed) {}
