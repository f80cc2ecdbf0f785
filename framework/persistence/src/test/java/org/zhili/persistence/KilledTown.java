package org.zhili.persistence;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.zhili.data.Database;
import org.zhili.persistence.modules.Tally;

/** A process that commits row after row and says so, until it is killed. */
final class KilledTown {

  private KilledTown() {}

  /** Takes the address of the database; the standard output is the acknowledgement. */
  public static void main(String[] arguments) {
    PrintStream acknowledgements = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (Town town = Town.on(new JdbcUrl(arguments[0]))) {
      Database tallies = town.tallies();
      for (int i = 0; ; i++) {
        Tally tally = new Tally("row" + i, i);
        tallies.run(entities -> entities.persist(tally));
        acknowledgements.println("committed " + tally.name());
      }
    }
  }
}
