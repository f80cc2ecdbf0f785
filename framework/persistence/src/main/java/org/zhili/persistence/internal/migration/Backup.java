package org.zhili.persistence.internal.migration;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.data.DatabaseFailure;
import org.zhili.persistence.internal.failure.Failures;

/**
 * Copies an H2 file before its tables are changed, since H2 cannot undo DDL.
 *
 * <p>The copy lies in the folder {@code backup} beside the file and is for a person to use or to
 * delete.
 */
final class Backup {

  private static final Logger LOG = LoggerFactory.getLogger(Backup.class);
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final DataSource source;
  private final InstantSource clock;

  Backup(DataSource source, InstantSource clock) {
    this.source = source;
    this.clock = clock;
  }

  /**
   * Copy the file, if the database is one.
   *
   * @throws DatabaseFailure when the copy fails: then nothing should be changed either
   */
  void before(String module, String version) {
    try (Connection connection = source.getConnection()) {
      Optional<Path> file = file(connection);
      if (file.isPresent()) {
        Path copy = copyOf(file.get(), module, version);
        try (Statement statement = connection.createStatement()) {
          statement.execute("BACKUP TO '" + copy.toString().replace("'", "''") + "'");
        }
        LOG.info("before migrating {} to {} the database was copied to {}", module, version, copy);
      }
    } catch (SQLException failed) {
      throw new DatabaseFailure(
          Failures.kindOf(failed),
          "no backup could be made before migrating " + module + ", so it is not migrated",
          failed);
    }
  }

  private Path copyOf(Path file, String module, String version) {
    String name =
        file.getFileName()
            + "-"
            + STAMP.format(clock.instant())
            + "-before-"
            + module
            + "-"
            + version.replaceAll("[^A-Za-z0-9.]", "_")
            + ".zip";
    return file.resolveSibling("backup").resolve(name);
  }

  private static Optional<Path> file(Connection connection) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement("SELECT DATABASE_PATH()");
        ResultSet rows = query.executeQuery()) {
      return rows.next()
          ? Optional.ofNullable(rows.getString(1)).map(Backup::path)
          : Optional.empty();
    }
  }

  /** H2 puts the schemes it reads the file through before the path, as in {@code retry:/a/b}. */
  private static Path path(String withSchemes) {
    return Path.of(withSchemes.replaceFirst("^(?:[a-zA-Z]{2,}:)+", ""));
  }
}
