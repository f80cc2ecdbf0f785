package org.zhili.itests;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.zhili.data.Database;

/** Looks into the town's database from inside: what no door shows. */
public final class StoredProbe {
  /** Fail unless every value the device ever sent carries this flag. */
  public void telemetryIsFlagged(BundleContext context, String device, String flag)
      throws Exception {
    List<String> flags = flags(database(context), device);
    if (flags.isEmpty() || !flags.stream().allMatch(flag::equals)) {
      throw new AssertionError(device + " has values with the flags " + flags);
    }
  }

  private static Database database(BundleContext context) throws Exception {
    ServiceReference<Database> reference =
        context.getServiceReferences(Database.class, null).iterator().next();
    return context.getService(reference);
  }

  private static List<String> flags(Database database, String device) {
    return database.readJdbc(
        connection -> {
          List<String> flags = new ArrayList<>();
          try (PreparedStatement query =
              connection.prepareStatement("select flags from core_telemetry where device = ?")) {
            query.setString(1, device);
            ResultSet rows = query.executeQuery();
            while (rows.next()) {
              flags.add(String.valueOf(rows.getString(1)));
            }
          }
          return flags;
        });
  }
}
