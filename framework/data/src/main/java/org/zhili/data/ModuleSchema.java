package org.zhili.data;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Declares the tables of one module: its entity classes, and the scripts that make their tables.
 *
 * <p>In OSGi a module registers this as a service without references; the framework migrates the
 * tables, checks them against the entities and then registers a {@link Database} with the service
 * property {@code zhili.module=<name>}. When a script fails, that module waits and all others go
 * on. Implementations answer the same values on every call, from any thread, at once.
 *
 * <p>Tables carry the module's name as a prefix and refer to other modules' rows by id only, never
 * by a foreign key, so that a module can leave. Removing a module keeps its tables.
 */
@ConsumerType
public interface ModuleSchema {

  /**
   * Name the module: a lower-case letter, then at most 20 of {@code a-z}, {@code 0-9} and {@code
   * _}.
   *
   * <p>The name is the value of {@code zhili.module} and the end of the name of the table that
   * keeps the history of migrations ({@code zhili_schema_<name>}), so it never changes.
   */
  String name();

  /**
   * List every entity, embeddable, converter and mapped superclass of this module, and no other.
   */
  List<Class<?>> entities();

  /**
   * Name the folder of the migration scripts on this module's class path, {@code db/<name>} unless
   * overridden.
   *
   * <p>Scripts are called {@code V1__what_it_does.sql}, are UTF-8 and never change once released.
   * What both databases understand lies in the folder itself, what only one does in its sub-folder
   * {@code h2} or {@code postgresql}, numbered in the same sequence. <code>${json}</code> stands
   * for the type of a JSON column. H2 cannot undo DDL: one statement per script, or {@code if not
   * exists}, lets a broken script be repaired. The previous version of the module must still run on
   * the new tables.
   */
  default String migrations() {
    return "db/" + name();
  }
}
