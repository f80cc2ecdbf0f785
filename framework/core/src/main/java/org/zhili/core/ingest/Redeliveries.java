package org.zhili.core.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhili.id.DeviceId;
import org.zhili.message.IncomingMessage;

/**
 * Tells which redelivered messages of a batch were stored before. For one thread.
 *
 * <p>A broker delivers again, in order, all that it got no receipt for, whether that was stored or
 * not. What was stored is the end of what is known of the device, so a run of redelivered messages
 * begins with it, or none of the run was. The bytes alone tell nothing: a cover that tilts a second
 * time says the same as at the first.
 */
final class Redeliveries {
  private final Map<DeviceId, Course> courses = new HashMap<>();

  Redeliveries(List<Item> items) {
    if (items.stream().noneMatch(Redeliveries::again)) {
      return;
    }
    for (Item item : items) {
      for (DeviceId sender : item.senders().keySet()) {
        courses.computeIfAbsent(sender, key -> new Course()).items.add(item);
      }
    }
  }

  private static boolean again(Item item) {
    IncomingMessage message = item.entry().message();
    return message.redelivered() && !message.retained() && !item.entry().replayed();
  }

  /**
   * Whether the device's next message was stored before; to be asked of each, in order.
   *
   * @param heard what was stored of the device until now
   */
  boolean next(DeviceId device, RecentHashes heard) {
    Course course = courses.get(device);
    return course != null && course.next(heard);
  }

  /** The messages of one device. */
  private static final class Course {
    private final List<Item> items = new ArrayList<>();
    private int next;
    private int runEnds;
    private int repeated;

    private boolean next(RecentHashes heard) {
      if (next >= runEnds) {
        run(heard);
      }
      next++;
      repeated--;
      return repeated >= 0;
    }

    private void run(RecentHashes heard) {
      runEnds = next;
      while (runEnds < items.size() && again(items.get(runEnds))) {
        runEnds++;
      }
      repeated =
          heard.repeatedBy(
              items.subList(next, runEnds).stream()
                  .mapToLong(item -> Fingerprint.of(item.entry().message()))
                  .toArray());
    }
  }
}
