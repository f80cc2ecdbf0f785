package org.zhili.module;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.osgi.annotation.versioning.ConsumerType;
import org.zhili.alert.AlarmRule;
import org.zhili.alert.Severity;
import org.zhili.casework.CaseEvent;
import org.zhili.casework.CaseFile;
import org.zhili.casework.CaseState;
import org.zhili.casework.CaseType;
import org.zhili.text.Text;

/** One thing a module brings to town hall. All appear together, and vanish together. */
public sealed interface Contribution {
  /** A kind of case. */
  record Cases(CaseType type) implements Contribution {}

  /**
   * Judge readings as they come; what is judged abnormal raises an alert.
   *
   * @param deviceTypes types of devices it watches
   * @param metrics metrics it is shown
   */
  record Alarm(String id, Set<String> deviceTypes, Set<String> metrics, AlarmRule rule)
      implements Contribution {
    public Alarm {
      deviceTypes = Set.copyOf(deviceTypes);
      metrics = Set.copyOf(metrics);
    }
  }

  /**
   * Raise the condition {@code offline} for devices of these types that stay quiet for longer, or
   * that never spoke since they were registered.
   *
   * @param quiet in business time, unless the city says otherwise
   * @param why its first argument, where it has any, becomes the hours of silence that hold where
   *     the city says otherwise
   */
  record Silence(String id, Set<String> deviceTypes, Duration quiet, Severity severity, Text why)
      implements Contribution {
    public Silence {
      deviceTypes = Set.copyOf(deviceTypes);
    }
  }

  /**
   * Follow cases of these types into these states: award points, owe a visit. Called at least once
   * for each event, in order within a case; be idempotent by the event's case and sequence.
   */
  record Reaction(String id, Set<String> caseTypes, Set<CaseState> states, Follow follow)
      implements Contribution {
    public Reaction {
      caseTypes = Set.copyOf(caseTypes);
      states = Set.copyOf(states);
    }
  }

  /** Something to be done again and again, on one node at a time. */
  record Job(String id, Schedule schedule, Task task) implements Contribution {}

  /** A Jakarta REST class, named but not imported: the API needs no REST runtime. */
  record Rest(Class<?> resource, Supplier<?> instance) implements Contribution {}

  /**
   * A page of the console (页面), which comes and goes with its module while people work.
   *
   * <p>Its files lie in the folder {@code pages} beside the module's class, none below another. The
   * script is an ES module whose default export is the class of a custom element; the console names
   * the element and puts it on the screen. It may import what lies beside it, and what the console
   * shares.
   *
   * @param path its address in the console: lower-case letters, digits and dashes, 32 at most; no
   *     other module has it
   * @param role who may open it: one of {@link org.zhili.access.Role}, a role of the module's, or
   *     {@link org.zhili.access.Allowed#ANYONE}
   * @param script the name of its file: lower-case letters, digits and dashes, and {@code .js}
   */
  record Page(String path, Text title, String role, String script) implements Contribution {}

  /**
   * A command for the shell, shown as {@code zhili:<name>}.
   *
   * @param name lower-case letters, digits and dashes, 32 at most; no other module and not the town
   *     itself has it
   * @param help what it does, and with which arguments
   * @param limit how long one run may take before it is abandoned, five minutes at most
   */
  record Command(String name, Text help, Duration limit, Shell shell) implements Contribution {
    /** How long a command may take that does not say otherwise. */
    public static final Duration USUAL_LIMIT = Duration.ofSeconds(30);

    private static final Duration LONGEST = Duration.ofMinutes(5);

    public Command {
      if (limit.isNegative() || limit.isZero() || limit.compareTo(LONGEST) > 0) {
        throw new IllegalArgumentException("a command takes up to " + LONGEST + ", not " + limit);
      }
    }

    /** A command that takes no longer than is usual. */
    public Command(String name, Text help, Shell shell) {
      this(name, help, USUAL_LIMIT, shell);
    }
  }

  @ConsumerType
  @FunctionalInterface
  interface Follow {
    void follow(CaseEvent event, CaseFile file) throws Exception;
  }

  @ConsumerType
  @FunctionalInterface
  interface Task {
    void run(JobContext context) throws Exception;
  }

  /**
   * Does what a command says. Called on many threads, by people who run the town: administrators in
   * the shell, or the program a town is embedded in. What it throws is shown as a fault of the
   * module.
   */
  @ConsumerType
  @FunctionalInterface
  interface Shell {
    /**
     * Run once.
     *
     * @param arguments the words behind the command's name, as they were typed
     */
    Reply run(List<String> arguments);
  }
}
