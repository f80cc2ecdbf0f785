package org.zhili.embedded;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import org.zhili.data.Database;
import org.zhili.data.ModuleSchema;
import org.zhili.id.CaseId;

/** A table of a module's own: the cases it was told of. */
final class Notebook implements ModuleSchema {
  @Override
  public String name() {
    return "notebook";
  }

  @Override
  public List<Class<?>> entities() {
    return List.of();
  }

  static void write(Database database, CaseId id) {
    database.jdbc(
        connection -> {
          try (PreparedStatement insert =
              connection.prepareStatement("INSERT INTO notebook_page VALUES (?)")) {
            insert.setString(1, id.toString());
            return insert.executeUpdate();
          }
        });
  }

  static List<String> read(Database database) {
    return database.readJdbc(
        connection -> {
          try (PreparedStatement query =
                  connection.prepareStatement("SELECT case_id FROM notebook_page");
              ResultSet rows = query.executeQuery()) {
            List<String> pages = new ArrayList<>();
            while (rows.next()) {
              pages.add(rows.getString(1));
            }
            return pages;
          }
        });
  }
}
