package org.zhili.itests;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.osgi.framework.BundleContext;
import org.zhili.data.Database;

/** Counts in the town's database what devices have counted. */
public final class NumbersProbe {
  private static final long PATIENCE_SECONDS = 90;

  /** Wait until the numbers 1 to this are stored, and fail unless each is there exactly once. */
  public void areStoredOnce(BundleContext context, String device, String metric, Integer last)
      throws Exception {
    List<Integer> wanted = IntStream.rangeClosed(1, last).boxed().toList();
    Database database =
        context.getService(context.getServiceReferences(Database.class, null).iterator().next());
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    List<Integer> stored = numbers(database, device, metric);
    while (!stored.equals(wanted)) {
      if (System.nanoTime() > end) {
        List<Integer> missing = new ArrayList<>(wanted);
        missing.removeAll(stored);
        throw new AssertionError(
            device + ": " + stored.size() + " of " + last + " stored, missing " + missing);
      }
      TimeUnit.MILLISECONDS.sleep(200);
      stored = numbers(database, device, metric);
    }
  }

  private static List<Integer> numbers(Database database, String device, String metric) {
    return database.readJdbc(
        connection -> {
          List<Integer> numbers = new ArrayList<>();
          try (PreparedStatement query =
              connection.prepareStatement(
                  "select measure from core_telemetry where device = ? and metric = ?")) {
            query.setString(1, device);
            query.setString(2, metric);
            ResultSet rows = query.executeQuery();
            while (rows.next()) {
              numbers.add((int) rows.getDouble(1));
            }
          }
          numbers.sort(null);
          return numbers;
        });
  }
}
