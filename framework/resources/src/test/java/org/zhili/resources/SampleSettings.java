package org.zhili.resources;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.zhili.core.setting.Setting;
import org.zhili.core.setting.Setting.Kind;
import org.zhili.core.setting.SettingGroup;
import org.zhili.core.setting.SettingsBook;
import org.zhili.text.Wording;

/** Settings of one part that has nothing to do. */
public final class SampleSettings implements SettingsBook {
  public static final String PID = "sample.part";

  private final Map<String, String> written = new HashMap<>(Map.of("hours", "12"));
  private int revision;

  @Override
  public synchronized List<SettingGroup> groups() {
    List<Setting> settings =
        List.of(of("hours", Kind.WHOLE), of("password", Kind.SECRET), of("note", Kind.TEXT));
    Wording name = new Wording("示例", "Sample");
    return List.of(
        new SettingGroup(PID, name, Optional.empty(), Integer.toString(revision), settings));
  }

  private Setting of(String key, Kind kind) {
    boolean whole = kind == Kind.WHOLE;
    return new Setting(
        key,
        Wording.same(key),
        Optional.empty(),
        kind,
        false,
        whole ? Optional.of(BigDecimal.ONE) : Optional.empty(),
        whole ? Optional.of(BigDecimal.valueOf(168)) : Optional.empty(),
        List.of(),
        whole ? "24" : "",
        kind == Kind.SECRET ? "" : written.getOrDefault(key, ""),
        written.containsKey(key),
        false);
  }

  @Override
  public synchronized Outcome change(
      String pid, Consumer<SettingGroup> seen, List<Change> changes) {
    Optional<SettingGroup> group = group(pid);
    if (group.isEmpty()) {
      return new Outcome.Unknown();
    }
    seen.accept(group.get());
    List<Fault> faults =
        changes.stream().flatMap(change -> group.get().fault(change).stream()).toList();
    if (!faults.isEmpty()) {
      return new Outcome.Refused(faults);
    }
    for (Change change : changes) {
      change
          .value()
          .ifPresentOrElse(
              value -> written.put(change.key(), value), () -> written.remove(change.key()));
    }
    revision++;
    return new Outcome.Changed(group(pid).orElseThrow());
  }
}
