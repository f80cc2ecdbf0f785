package org.zhili.demo.city.town;

import java.security.SecureRandom;
import java.util.List;
import org.zhili.demo.city.town.Answers.Credential;
import org.zhili.demo.city.town.Answers.FreshAccount;
import org.zhili.demo.city.town.Bodies.Asset;
import org.zhili.demo.city.town.Bodies.Device;
import org.zhili.demo.city.town.Bodies.NewAccount;

/** Registers what is new in the city, as two of its administrators. Thread-safe. */
public final class Registrar {
  private static final String SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final int GROUPS = 4;
  private static final int GROUP = 4;

  private final Api api;
  private final Login administrator;
  private final Login security;

  /**
   * Set up.
   *
   * @param administrator registers things
   * @param security makes accounts
   */
  public Registrar(Api api, Login administrator, Login security) {
    this.api = api;
    this.administrator = administrator;
    this.security = security;
  }

  public void asset(String code, Asset asset) throws Refusal {
    administrator.put("assets/" + code, asset);
  }

  public void device(String id, Device device) throws Refusal {
    administrator.put("devices/" + id, device);
  }

  /** Make a new secret for a device. */
  public Credential deviceCredential(String id) throws Refusal {
    return administrator.ask("devices/" + id + "/credential", Credential.class);
  }

  /** Make a new secret for a gateway, which speaks for all devices. */
  public Credential gatewayCredential(String name) throws Refusal {
    return administrator.ask("gateways/" + name + "/credential", Credential.class);
  }

  /** Make an account for somebody of a unit, and log in with it. */
  public Login worker(String unit) throws Refusal {
    FreshAccount fresh =
        security.post("accounts", new NewAccount(unit, List.of("unit"), unit), FreshAccount.class);
    return Login.first(api, fresh.name(), fresh.password(), password());
  }

  /** A password nobody guesses, and anybody can type. */
  public static String password() {
    SecureRandom random = new SecureRandom();
    StringBuilder text = new StringBuilder();
    for (int group = 0; group < GROUPS; group++) {
      text.append(group == 0 ? "" : "-");
      for (int i = 0; i < GROUP; i++) {
        text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
      }
    }
    return text.toString();
  }
}
