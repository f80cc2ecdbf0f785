package org.zhili.demo.city.town;

import java.util.Optional;
import org.zhili.demo.city.town.Bodies.NameAndPassword;
import org.zhili.demo.city.town.Bodies.NewPassword;

/** Somebody who is logged in, and logs in again when the session is over. Thread-safe. */
public final class Login {
  private static final int UNAUTHORIZED = 401;

  private final Api api;
  private final String name;
  private final String password;
  private volatile Optional<String> token;

  private Login(Api api, String name, String password, String token) {
    this.api = api;
    this.name = name;
    this.password = password;
    this.token = Optional.of(token);
  }

  /** Log in for the first time, with a one-time password, and choose another. */
  public static Login first(Api api, String name, String oneTime, String chosen) throws Refusal {
    String token = open(api, name, oneTime);
    api.call(
        "POST",
        "session/password",
        Optional.of(token),
        new NewPassword(oneTime, chosen),
        Void.class);
    return new Login(api, name, chosen, token);
  }

  private static String open(Api api, String name, String password) throws Refusal {
    return api.call(
            "POST",
            "session",
            Optional.empty(),
            new NameAndPassword(name, password),
            Answers.Session.class)
        .token();
  }

  public String name() {
    return name;
  }

  public String password() {
    return password;
  }

  public <T> T get(String path, Class<T> type) throws Refusal {
    return again(known -> api.get(path, known, type));
  }

  public void post(String path) throws Refusal {
    again(known -> api.call("POST", path, known, null, Void.class));
  }

  public void post(String path, Object body) throws Refusal {
    post(path, body, Void.class);
  }

  public <T> T post(String path, Object body, Class<T> type) throws Refusal {
    return again(known -> api.call("POST", path, known, body, type));
  }

  /** Post nothing, and read the answer. */
  public <T> T ask(String path, Class<T> type) throws Refusal {
    return again(known -> api.call("POST", path, known, null, type));
  }

  public void put(String path, Object body) throws Refusal {
    again(known -> api.call("PUT", path, known, body, Void.class));
  }

  @FunctionalInterface
  private interface Call<T> {
    T with(Optional<String> token) throws Refusal;
  }

  private <T> T again(Call<T> call) throws Refusal {
    try {
      return call.with(token);
    } catch (Refusal refusal) {
      if (refusal.status() != UNAUTHORIZED) {
        throw refusal;
      }
      token = Optional.of(open(api, name, password));
      return call.with(token);
    }
  }

  @Override
  public String toString() {
    return "Login[" + name + "]";
  }
}
