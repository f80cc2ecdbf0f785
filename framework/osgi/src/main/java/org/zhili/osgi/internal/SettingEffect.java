package org.zhili.osgi.internal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.log.LogEntry;
import org.osgi.service.log.LogLevel;
import org.osgi.service.log.LogListener;
import org.osgi.service.log.LogReaderService;
import org.osgi.util.tracker.ServiceTracker;
import org.zhili.core.setting.SettingsBook.Fault;
import org.zhili.text.Wording;

/**
 * Hears what a part says of settings it was just given. Parts refuse wrong settings in the log, in
 * both languages and by the name of the setting, and keep the last good ones; so that is where a
 * refusal is heard.
 */
final class SettingEffect implements LogListener, AutoCloseable {
  private static final Pattern TOLD = Pattern.compile("(ZL-\\d{4}) (.*) / (.*)");
  private static final Duration LONGEST = Duration.ofSeconds(3);
  private static final Duration STEP = Duration.ofMillis(50);

  /** What was noticed may not have been said yet. */
  private static final Duration LATE = Duration.ofMillis(300);

  private final ServiceComponentRuntime parts;
  private final ServiceTracker<LogReaderService, LogReaderService> log;
  private final List<String> keys;
  private final List<Fault> faults = new CopyOnWriteArrayList<>();

  SettingEffect(BundleContext context, ServiceComponentRuntime parts, List<String> keys) {
    this.parts = parts;
    this.keys = keys;
    // a log that is there is not said to be, so nothing can be made to need it
    log = new ServiceTracker<>(context, LogReaderService.class, null);
    log.open();
    Optional.ofNullable(log.getService()).ifPresent(reader -> reader.addLogListener(this));
  }

  @Override
  public void logged(LogEntry entry) {
    if (!LogLevel.WARN.implies(entry.getLogLevel()) || entry.getMessage() == null) {
      return;
    }
    Matcher told = TOLD.matcher(entry.getMessage());
    if (told.matches()) {
      Wording why = new Wording(told.group(2), told.group(3));
      keys.stream()
          .filter(key -> isNamed(key, why.en()))
          .findFirst()
          .ifPresent(key -> faults.add(new Fault(key, why)));
    }
  }

  /** As a word: a key may well be part of another. */
  private static boolean isNamed(String key, String sentence) {
    return Pattern.compile("(?<![\\w.-])" + Pattern.quote(key) + "(?![\\w-]|\\.\\w)")
        .matcher(sentence)
        .find();
  }

  /** Wait until the part has taken the values, or refused one; for a few seconds at most. */
  List<Fault> await(String pid, Map<String, Optional<String>> values) throws InterruptedException {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (faults.isEmpty() && !taken(pid, values) && System.nanoTime() < end) {
      Thread.sleep(STEP.toMillis());
    }
    Thread.sleep(LATE.toMillis());
    return List.copyOf(faults);
  }

  private boolean taken(String pid, Map<String, Optional<String>> values) {
    return parts.getComponentDescriptionDTOs().stream()
        .flatMap(part -> configurations(pid, part).stream())
        .anyMatch(
            configuration ->
                values.entrySet().stream()
                    .allMatch(
                        wanted ->
                            Objects.equals(
                                Optional.ofNullable(configuration.properties.get(wanted.getKey()))
                                    .map(String::valueOf),
                                wanted.getValue())));
  }

  private List<ComponentConfigurationDTO> configurations(String pid, ComponentDescriptionDTO part) {
    return List.of(part.configurationPid).stream().anyMatch(pid::startsWith)
        ? parts.getComponentConfigurationDTOs(part).stream()
            .filter(one -> pid.equals(one.properties.get("service.pid")))
            .toList()
        : List.of();
  }

  @Override
  public void close() {
    Optional.ofNullable(log.getService()).ifPresent(reader -> reader.removeLogListener(this));
    log.close();
  }
}
