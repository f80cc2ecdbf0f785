package org.zhili.access.internal.karaf;

import java.util.Map;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import org.apache.karaf.jaas.boot.ProxyLoginModule;
import org.apache.karaf.jaas.config.JaasRealm;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zhili.access.internal.AccessDesk;

/**
 * The realm {@code zhili} for Karaf's shell, used once {@code sshRealm = zhili} is set in {@code
 * etc/org.apache.karaf.shell.cfg}.
 */
@Component(service = JaasRealm.class)
public final class ShellRealm implements JaasRealm {
  static final String NAME = "zhili";

  private final AppConfigurationEntry entry;

  /**
   * Set up.
   *
   * @param service the properties of the desk, a service of this bundle: they name the bundle that
   *     Karaf loads the login module from
   */
  @Activate
  public ShellRealm(
      @Reference AccessDesk desk,
      @Reference(service = AccessDesk.class) Map<String, Object> service) {
    this.entry =
        new AppConfigurationEntry(
            ProxyLoginModule.class.getName(),
            LoginModuleControlFlag.REQUIRED,
            Map.of(
                ProxyLoginModule.PROPERTY_MODULE,
                AccountLoginModule.class.getName(),
                ProxyLoginModule.PROPERTY_BUNDLE,
                String.valueOf(service.get("service.bundleid")),
                AccountLoginModule.LOGINS,
                desk.logins()));
  }

  @Override
  public String getName() {
    return NAME;
  }

  @Override
  public int getRank() {
    return 0;
  }

  @Override
  public AppConfigurationEntry[] getEntries() {
    return new AppConfigurationEntry[] {entry};
  }
}
