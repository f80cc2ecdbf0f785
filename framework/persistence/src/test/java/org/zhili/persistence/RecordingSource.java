package org.zhili.persistence;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;

/** Hands on every call to a real data source and remembers commits and plain statements. */
final class RecordingSource {

  private final List<String> calls = new CopyOnWriteArrayList<>();
  private final DataSource recording;

  RecordingSource(DataSource real) {
    this.recording = wrap(DataSource.class, real);
  }

  DataSource source() {
    return recording;
  }

  /** The calls so far, in the order of their end. */
  List<String> calls() {
    return List.copyOf(calls);
  }

  void forget() {
    calls.clear();
  }

  private <T> T wrap(Class<T> type, T real) {
    Object proxy =
        Proxy.newProxyInstance(
            RecordingSource.class.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              Object answer = answer(() -> method.invoke(real, arguments));
              if (method.getName().equals("commit")) {
                calls.add("commit");
              }
              if (method.getName().equals("execute") && arguments != null) {
                calls.add(String.valueOf(arguments[0]));
              }
              return switch (method.getName()) {
                case "getConnection" -> wrap(Connection.class, (Connection) answer);
                case "createStatement" -> wrap(Statement.class, (Statement) answer);
                default -> answer;
              };
            });
    return type.cast(proxy);
  }

  private interface Call {
    Object run() throws ReflectiveOperationException;
  }

  private static Object answer(Call call) throws Throwable {
    try {
      return call.run();
    } catch (InvocationTargetException wrapped) {
      throw wrapped.getTargetException();
    }
  }
}
