package org.zhili.persistence;

import org.junit.jupiter.api.Nested;
import org.zhili.core.casework.CaseKeysContract;
import org.zhili.core.casework.CaseListContract;
import org.zhili.core.casework.CaseSearchContract;
import org.zhili.core.casework.CaseStore;
import org.zhili.core.casework.CaseStoreContract;
import org.zhili.core.casework.CaseTrendsContract;
import org.zhili.core.store.Transactions;

/** What both databases promise of cases. */
abstract class CaseStoresContract extends StoresFixture {
  @Nested
  class Cases extends CaseStoreContract {
    @Override
    protected Transactions transactions() {
      return town().stores().transactions();
    }

    @Override
    protected CaseStore store() {
      return town().stores().cases();
    }
  }

  @Nested
  class CaseKeys extends CaseKeysContract {
    @Override
    protected Transactions transactions() {
      return town().stores().transactions();
    }

    @Override
    protected CaseStore store() {
      return town().stores().cases();
    }
  }

  @Nested
  class CaseLists extends CaseListContract {
    @Override
    protected Transactions transactions() {
      return town().stores().transactions();
    }

    @Override
    protected CaseStore store() {
      return town().stores().cases();
    }
  }

  @Nested
  class CaseTrends extends CaseTrendsContract {
    @Override
    protected Transactions transactions() {
      return town().stores().transactions();
    }

    @Override
    protected CaseStore store() {
      return town().stores().cases();
    }
  }

  @Nested
  class CaseSearches extends CaseSearchContract {
    @Override
    protected Transactions transactions() {
      return town().stores().transactions();
    }

    @Override
    protected CaseStore store() {
      return town().stores().cases();
    }
  }

  @Nested
  class EarlierCases extends EarlierCaseRules {
    @Override
    StoreDatabase town() {
      return CaseStoresContract.this.town();
    }
  }
}
