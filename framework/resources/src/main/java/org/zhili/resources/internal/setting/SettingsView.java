package org.zhili.resources.internal.setting;

import java.util.List;
import java.util.Optional;
import org.zhili.core.setting.Setting;
import org.zhili.core.setting.SettingGroup;
import org.zhili.resources.seen.Seen;
import org.zhili.text.Wording;

/**
 * The settings of one part.
 *
 * @param pid names the part, and the file {@code etc/<pid>.cfg}
 * @param seen what a change sends in If-Match, quotes included
 */
public record SettingsView(
    String pid, Wording name, Optional<Wording> description, List<Setting> settings, String seen) {
  static SettingsView of(SettingGroup group) {
    return new SettingsView(
        group.pid(),
        group.name(),
        group.description(),
        group.settings(),
        "\"" + Seen.tag(group).getValue() + "\"");
  }
}
