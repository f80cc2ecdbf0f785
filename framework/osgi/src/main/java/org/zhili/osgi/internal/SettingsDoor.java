package org.zhili.osgi.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.metatype.MetaTypeInformation;
import org.osgi.service.metatype.MetaTypeService;
import org.zhili.core.setting.SettingGroup;
import org.zhili.core.setting.SettingsBook;

/**
 * The settings of the town's own bundles, as they describe them. What is changed goes through the
 * configuration admin, from which Karaf writes the part's file: other keys and comments stay.
 */
@Component(service = SettingsBook.class)
public final class SettingsDoor implements SettingsBook {
  private static final String OURS = "org.zhili";
  private static final String FILE = "felix.fileinstall.filename";

  private final BundleContext context;
  private final MetaTypeService descriptions;
  private final ConfigurationAdmin configurations;
  private final ServiceComponentRuntime parts;

  @Activate
  public SettingsDoor(
      BundleContext context,
      @Reference MetaTypeService descriptions,
      @Reference ConfigurationAdmin configurations,
      @Reference ServiceComponentRuntime parts) {
    this.context = context;
    this.descriptions = descriptions;
    this.configurations = configurations;
    this.parts = parts;
  }

  @Override
  public List<SettingGroup> groups() {
    List<SettingGroup> groups = new ArrayList<>();
    for (Bundle bundle : context.getBundles()) {
      String name = bundle.getSymbolicName();
      if (name != null && name.startsWith(OURS) && bundle.getState() >= Bundle.RESOLVED) {
        add(groups, bundle);
      }
    }
    groups.sort(Comparator.comparing(SettingGroup::pid));
    return groups;
  }

  private void add(List<SettingGroup> groups, Bundle bundle) {
    MetaTypeInformation information = descriptions.getMetaTypeInformation(bundle);
    SettingBounds bounds = new SettingBounds(bundle);
    for (String pid : information.getPids()) {
      SettingForms form = SettingForms.of(information, pid, bounds);
      groups.add(filled(form, pid, there("(service.pid=" + pid + ")").stream().findFirst()));
    }
    for (String pid : information.getFactoryPids()) {
      SettingForms form = SettingForms.of(information, pid, bounds);
      there("(service.factoryPid=" + pid + ")")
          .forEach(one -> groups.add(filled(form, one.getPid(), Optional.of(one))));
    }
  }

  private static SettingGroup filled(
      SettingForms form, String pid, Optional<Configuration> written) {
    Map<String, String> values = new HashMap<>();
    written
        .map(SettingsDoor::properties)
        .ifPresent(all -> all.forEach((key, value) -> values.put(key, shown(value))));
    String revision = written.map(one -> Long.toString(one.getChangeCount())).orElse("-");
    return form.filled(pid, revision, values);
  }

  private static Map<String, Object> properties(Configuration written) {
    Map<String, Object> all = new HashMap<>();
    @Nullable Dictionary<String, Object> found = written.getProperties();
    if (found != null) {
      Collections.list(found.keys()).forEach(key -> all.put(key, found.get(key)));
    }
    return all;
  }

  private static String shown(Object value) {
    return value instanceof Object[] several
        ? List.of(several).stream().map(String::valueOf).collect(Collectors.joining(", "))
        : value.toString();
  }

  private List<Configuration> there(String filter) {
    try {
      Configuration @Nullable [] found = configurations.listConfigurations(filter);
      return found == null ? List.of() : List.of(found);
    } catch (IOException | InvalidSyntaxException e) {
      throw new IllegalStateException("the settings cannot be read", e);
    }
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
    if (faults.isEmpty()) {
      faults = write(pid, changes);
    }
    return faults.isEmpty()
        ? new Outcome.Changed(group(pid).orElse(group.get()))
        : new Outcome.Refused(faults);
  }

  /** Write, hear what the part says, and put back what was there when it refuses. */
  private List<Fault> write(String pid, List<Change> changes) {
    List<String> keys = changes.stream().map(Change::key).toList();
    try (SettingEffect effect = new SettingEffect(context, parts, keys)) {
      Configuration configuration = configurations.getConfiguration(pid, "?");
      Map<String, Object> before = properties(configuration);
      Map<String, Object> after = new HashMap<>(before);
      Object place = before.containsKey(FILE) ? before.get(FILE) : file(pid).toUri().toString();
      after.put(FILE, place);
      Map<String, Optional<String>> values = new HashMap<>();
      for (Change change : changes) {
        values.put(change.key(), change.value());
        change
            .value()
            .ifPresentOrElse(
                value -> after.put(change.key(), value), () -> after.remove(change.key()));
      }
      configuration.update(FrameworkUtil.asDictionary(after));
      List<Fault> faults = effect.await(pid, values);
      if (!faults.isEmpty()) {
        before.put(FILE, place);
        configuration.update(FrameworkUtil.asDictionary(before));
      }
      return faults;
    } catch (IOException e) {
      throw new IllegalStateException("the settings cannot be written", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("whoever waited for the settings was interrupted", e);
    }
  }

  /** The file of a part that had none: it has to be there for Karaf to write into it. */
  private static Path file(String pid) throws IOException {
    Path etc = Path.of(Optional.ofNullable(System.getProperty("karaf.etc")).orElse("etc"));
    Path file = etc.toAbsolutePath().resolve(pid + ".cfg");
    if (!Files.exists(file)) {
      Files.createFile(file);
    }
    return file;
  }
}
