package org.zhili.core.setting;

import java.util.List;
import java.util.Optional;
import org.zhili.core.setting.SettingsBook.Change;
import org.zhili.core.setting.SettingsBook.Fault;
import org.zhili.text.Text;
import org.zhili.text.Wording;
import org.zhili.text.Words;

/**
 * The settings of one part of the town.
 *
 * @param pid names the part, and the file {@code etc/<pid>.cfg}
 * @param revision another one whenever anything was changed, secrets included
 */
public record SettingGroup(
    String pid,
    Wording name,
    Optional<Wording> description,
    String revision,
    List<Setting> settings) {
  private static final Words WORDS = Words.beside(SettingGroup.class);

  public SettingGroup {
    settings = List.copyOf(settings);
  }

  public Optional<Setting> setting(String key) {
    return settings.stream().filter(setting -> setting.key().equals(key)).findFirst();
  }

  /** What is wrong with a change, as far as the descriptions tell; empty when nothing is. */
  public Optional<Fault> fault(Change change) {
    Optional<Setting> setting = setting(change.key());
    if (setting.isEmpty()) {
      return Optional.of(new Fault(change.key(), WORDS.render(Text.of("setting.unknown"))));
    } else if (setting.get().fixed()) {
      return Optional.of(new Fault(change.key(), WORDS.render(Text.of("setting.fixed", pid))));
    }
    return change.value().flatMap(setting.get()::fault).map(why -> new Fault(change.key(), why));
  }
}
