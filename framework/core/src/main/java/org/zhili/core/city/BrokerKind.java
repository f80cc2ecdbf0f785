package org.zhili.core.city;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A broker a city may own, and how it is told who may speak: accounts with the town's own hashes,
 * so that no secret has to be made anew, and rules that keep each account to its topics.
 */
public enum BrokerKind {
  /** Eclipse mosquitto 2.0: {@code password_file} and {@code acl_file}. */
  MOSQUITTO {
    @Override
    List<BrokerAccounts.File> files(List<Credential> holding) {
      return List.of(
          new BrokerAccounts.File("zhili-passwords", lines(holding, BrokerKind::mosquittoPassword)),
          new BrokerAccounts.File("zhili-acl", lines(holding, BrokerKind::mosquittoRules)));
    }

    @Override
    boolean takes(String username) {
      return !username.contains(":"); // ends the name in its password file
    }
  },

  /** EMQX 5: users of the built-in database, and {@code acl.conf}. */
  EMQX {
    @Override
    List<BrokerAccounts.File> files(List<Credential> holding) {
      return List.of(
          new BrokerAccounts.File(
              "zhili-users.csv",
              "user_id,password_hash,salt,is_superuser\n" + lines(holding, BrokerKind::emqxUser)),
          new BrokerAccounts.File(
              "zhili-acl.conf", lines(holding, BrokerKind::emqxRules) + "{deny, all}.\n"));
    }

    @Override
    boolean takes(String username) {
      return true;
    }
  };

  abstract List<BrokerAccounts.File> files(List<Credential> holding);

  /** Whether it can have an account of this name. */
  abstract boolean takes(String username);

  BrokerAccounts accounts(List<Credential> holding) {
    return new BrokerAccounts(
        files(holding.stream().filter(c -> takes(c.username())).toList()),
        holding.stream().map(Credential::username).filter(name -> !takes(name)).toList());
  }

  private static String lines(List<Credential> holding, Function<Credential, String> line) {
    return holding.stream().map(line).collect(Collectors.joining());
  }

  private static String mosquittoPassword(Credential account) {
    Base64.Encoder base64 = Base64.getEncoder();
    return account.username()
        + ":$7$"
        + SecretHash.ROUNDS
        + "$"
        + base64.encodeToString(account.salt().getBytes(StandardCharsets.US_ASCII))
        + "$"
        + base64.encodeToString(HexFormat.of().parseHex(account.hash()))
        + "\n";
  }

  private static String mosquittoRules(Credential account) {
    StringBuilder rules = new StringBuilder("user ").append(account.username()).append('\n');
    new TreeSet<>(account.publish())
        .forEach(topic -> rules.append("topic write ").append(topic).append('\n'));
    new TreeSet<>(account.subscribe())
        .forEach(topic -> rules.append("topic read ").append(topic).append('\n'));
    return rules.append('\n').toString();
  }

  private static String emqxUser(Credential account) {
    return account.username() + "," + account.hash() + "," + account.salt() + ",false\n";
  }

  private static String emqxRules(Credential account) {
    return emqxRule(account, "publish", account.publish())
        + emqxRule(account, "subscribe", account.subscribe());
  }

  private static String emqxRule(Credential account, String action, Set<String> topics) {
    if (topics.isEmpty()) {
      return "";
    }
    String list =
        topics.stream().sorted().map(topic -> '"' + topic + '"').collect(Collectors.joining(", "));
    return "{allow, " + emqxClient(account) + ", " + action + ", [" + list + "]}.\n";
  }

  /** A device's name is its client id, too; a gateway or a node may have several. */
  private static String emqxClient(Credential account) {
    String user = "{username, \"" + account.username() + "\"}";
    return account.isDevice()
        ? "{'and', [" + user + ", {clientid, \"" + account.username() + "\"}]}"
        : user;
  }
}
