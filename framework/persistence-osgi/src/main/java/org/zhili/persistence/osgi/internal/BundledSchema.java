package org.zhili.persistence.osgi.internal;

import java.net.URL;
import java.util.List;
import java.util.Objects;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;
import org.zhili.data.DatabaseFailure;
import org.zhili.data.DatabaseFailure.Kind;
import org.zhili.data.ModuleSchema;
import org.zhili.data.SchemaCheck;
import org.zhili.data.SchemaCheck.Fault;
import org.zhili.persistence.OpenSchema;
import org.zhili.persistence.PersistenceEngine;

/** A schema together with the bundle that its entities and scripts come from. */
record BundledSchema(Bundle bundle, ModuleSchema schema) {

  /** Open the schema; see {@link PersistenceEngine#open}. */
  OpenSchema openIn(PersistenceEngine engine) {
    BundleWiring wiring = wiring();
    return engine.open(schema, wiring.getClassLoader(), folder -> scripts(wiring, folder));
  }

  /** Look whether it could be opened; see {@link PersistenceEngine#look}. */
  SchemaCheck.Verdict lookIn(PersistenceEngine engine) {
    BundleWiring wiring = wiring();
    return engine.look(schema, folder -> scripts(wiring, folder));
  }

  /** Bring its tables up to date; see {@link PersistenceEngine#prepare}. */
  SchemaCheck.Verdict prepareIn(PersistenceEngine engine) {
    BundleWiring wiring = wiring();
    try {
      engine.prepare(schema, wiring.getClassLoader(), folder -> scripts(wiring, folder));
      return new SchemaCheck.Verdict.Fits();
    } catch (DatabaseFailure failure) {
      Fault fault = failure.retryable() ? Fault.UNKNOWN : Fault.FAILED;
      return new SchemaCheck.Verdict.Unfit(fault, String.valueOf(failure.getMessage()).strip());
    }
  }

  private BundleWiring wiring() {
    BundleWiring wiring = bundle.adapt(BundleWiring.class);
    if (wiring == null) {
      throw new DatabaseFailure(Kind.OTHER, this + " has left", null);
    }
    return wiring;
  }

  /** The class path of the bundle is searched, which includes jars inside it and fragments. */
  private static List<URL> scripts(BundleWiring wiring, String folder) {
    ClassLoader loader = wiring.getClassLoader();
    return wiring.listResources(folder, "*.sql", BundleWiring.LISTRESOURCES_LOCAL).stream()
        .map(loader::getResource)
        .filter(Objects::nonNull)
        .toList();
  }

  @Override
  public String toString() {
    return bundle.getSymbolicName() + " " + bundle.getVersion();
  }
}
