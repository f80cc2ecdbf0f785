package org.zhili.persistence.internal.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Against a pretended server: a real one would have to be made unsafe first. */
class PostgresSettingsTest {

  @Test
  void a_safe_server_gives_no_reason_to_warn() throws SQLException {
    assertThat(weaknesses(17, "on", "on")).isEmpty();
    assertThat(weaknesses(15, "on", "remote_apply")).isEmpty();
  }

  @Test
  void a_server_that_does_not_synchronise_is_told_loudly() throws SQLException {
    assertThat(weaknesses(17, "off", "on"))
        .singleElement()
        .asString()
        .contains("fsync = off", "DESTROY", "Set fsync = on");
    assertThat(weaknesses(17, "on", "off"))
        .singleElement()
        .asString()
        .contains("synchronous_commit = off", "LOSES", "Set synchronous_commit = on");
  }

  @Test
  void an_old_server_is_told_too() throws SQLException {
    assertThat(weaknesses(14, "off", "off")).hasSize(3).first().asString().contains("14");
  }

  private static List<String> weaknesses(int version, String fsync, String synchronousCommit)
      throws SQLException {
    Map<String, String> settings = Map.of("fsync", fsync, "synchronous_commit", synchronousCommit);
    return new PostgresSettings().weaknesses(server(version, settings));
  }

  private static Connection server(int version, Map<String, String> settings) {
    DatabaseMetaData product = fake(DatabaseMetaData.class, (method, argument) -> version);
    Statement statement =
        fake(
            Statement.class,
            (method, argument) ->
                method.equals("close")
                    ? ""
                    : rows(String.valueOf(settings.get(argument.substring("SHOW ".length())))));
    return fake(
        Connection.class, (method, argument) -> method.equals("getMetaData") ? product : statement);
  }

  private static ResultSet rows(String value) {
    return fake(ResultSet.class, (method, argument) -> method.equals("next") ? true : value);
  }

  private interface Answer {
    Object to(String method, String argument);
  }

  private static <T> T fake(Class<T> type, Answer answer) {
    Object proxy =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) ->
                answer.to(method.getName(), arguments == null ? "" : String.valueOf(arguments[0])));
    return type.cast(proxy);
  }
}
