package org.zhili.core.setting;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.zhili.text.Wording;

/** Reads and changes the settings of this node's own parts. Thread-safe. */
public interface SettingsBook {

  /** All groups, by pid. */
  List<SettingGroup> groups();

  default Optional<SettingGroup> group(String pid) {
    return groups().stream().filter(group -> group.pid().equals(pid)).findFirst();
  }

  /**
   * Change settings of one part, all of them or none: they are in force soon after, and written
   * into the part's file. What its description or the part itself refuses stays as it was.
   *
   * @param seen is asked with the group as it is, and throws when the caller has seen another
   */
  Outcome change(String pid, Consumer<SettingGroup> seen, List<Change> changes);

  /**
   * Another value for a setting.
   *
   * @param value empty to go back to the usual one
   */
  record Change(String key, Optional<String> value) {}

  /** A value that was refused, and why. */
  record Fault(String key, Wording why) {}

  /** What came of it. */
  sealed interface Outcome {
    record Changed(SettingGroup now) implements Outcome {}

    record Refused(List<Fault> faults) implements Outcome {
      public Refused {
        faults = List.copyOf(faults);
      }
    }

    /** There is no such part. */
    record Unknown() implements Outcome {}
  }
}
