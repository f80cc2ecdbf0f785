package org.zhili.resources.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.zhili.core.setting.SettingsBook;
import org.zhili.core.shelf.PluginShelf;
import org.zhili.core.town.Town;
import org.zhili.resources.internal.setting.SettingsResource;
import org.zhili.resources.internal.shelf.ShelfResource;
import org.zhili.resources.internal.shelf.TrustResource;
import org.zhili.resources.internal.status.DoctorResource;
import org.zhili.resources.internal.status.MetricsResource;
import org.zhili.resources.internal.status.PlugInResource;
import org.zhili.resources.internal.status.StatusResource;

/**
 * What those who run the town look at and change: its settings, its plug-ins, how it is.
 *
 * @param shelf the shelf of plug-ins, while there is one
 * @param settings those of the town's own parts, while there are some
 */
public record Upkeep(
    Town town,
    Supplier<Optional<PluginShelf>> shelf,
    Supplier<Optional<SettingsBook>> settings,
    Scope scope) {
  public List<Object> all() {
    return List.of(
        new SettingsResource(settings, scope),
        new DoctorResource(town, shelf, scope),
        new PlugInResource(town, scope),
        new ShelfResource(shelf, scope),
        new TrustResource(shelf, scope),
        new MetricsResource(town, scope),
        new StatusResource(town, scope));
  }
}
