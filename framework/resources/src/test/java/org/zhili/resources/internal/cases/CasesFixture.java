package org.zhili.resources.internal.cases;

import org.junit.jupiter.api.AfterEach;
import org.zhili.resources.Life;
import org.zhili.resources.TestTown;

/** A town whose cases are asked for and led over REST. */
abstract class CasesFixture {
  final TestTown town = new TestTown();
  final Life life = new Life(town);

  @AfterEach
  void close() {
    town.close();
  }
}
