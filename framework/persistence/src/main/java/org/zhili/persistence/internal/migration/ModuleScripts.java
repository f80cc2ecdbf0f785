package org.zhili.persistence.internal.migration;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;
import org.zhili.data.DatabaseFailure;
import org.zhili.data.DatabaseFailure.Kind;
import org.zhili.data.Vendor;
import org.zhili.persistence.MigrationScripts;

/** Shows Flyway the scripts of one module and nothing else. */
final class ModuleScripts implements ResourceProvider {

  private final List<LoadableResource> scripts;

  private ModuleScripts(List<LoadableResource> scripts) {
    this.scripts = scripts;
  }

  /** Take the scripts of the folder, and those of the vendor's sub-folder. */
  static ModuleScripts of(String module, String folder, Vendor vendor, MigrationScripts finder) {
    String own = folder + "/" + vendor.name().toLowerCase(Locale.ROOT);
    List<LoadableResource> scripts =
        Stream.of(folder, own)
            .flatMap(place -> finder.in(place).stream())
            .<LoadableResource>map(Script::new)
            .toList();
    if (scripts.isEmpty()) {
      throw new DatabaseFailure(
          Kind.OTHER,
          "module " + module + " has no migration scripts in its folder " + folder,
          null);
    }
    return new ModuleScripts(scripts);
  }

  @Override
  public @Nullable LoadableResource getResource(String name) {
    return scripts.stream()
        .filter(script -> script.getRelativePath().equals(name))
        .findFirst()
        .orElse(null);
  }

  @Override
  public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
    return scripts.stream()
        .filter(script -> script.getFilename().startsWith(prefix))
        .filter(script -> Stream.of(suffixes).anyMatch(script.getFilename()::endsWith))
        .toList();
  }
}
