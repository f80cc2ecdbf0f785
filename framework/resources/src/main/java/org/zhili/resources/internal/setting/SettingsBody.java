package org.zhili.resources.internal.setting;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.zhili.core.setting.SettingsBook.Change;
import org.zhili.resources.internal.Form;

/** Settings to change: all of them, or none. Those that are not named stay as they are. */
public record SettingsBody(@NotNull @Size(min = 1, max = 100) List<@NotNull @Valid Value> changes) {

  /**
   * Another value of a setting.
   *
   * @param value left out to go back to the usual one
   */
  public record Value(
      @NotNull @Size(max = 100) @Pattern(regexp = "[A-Za-z0-9._-]+") String key,
      Optional<@Size(max = 2000) @Pattern(regexp = Form.LINE) String> value) {
    public Value {
      value = Objects.requireNonNullElse(value, Optional.empty());
    }

    Change change() {
      return new Change(key, value);
    }
  }
}
