package org.zhili.itests.probe;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.ops4j.pax.exam.ProbeInvoker;
import org.ops4j.pax.exam.ProbeInvokerFactory;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Component;

/**
 * Calls a public method of a probe class with the probe's bundle context and the test's arguments.
 * Needs no test framework inside Karaf.
 */
@Component(property = "driver=plain")
public final class PlainInvokerFactory implements ProbeInvokerFactory {
  @Override
  public ProbeInvoker createProbeInvoker(Object context, String expression) {
    String[] parts = expression.split(";");
    return arguments -> call((BundleContext) context, parts[0], parts[1], arguments);
  }

  /** Only types of the JDK can travel back to the test. */
  private static void call(
      BundleContext context, String probe, String method, Object... arguments) {
    try {
      Class<?> type = context.getBundle().loadClass(probe);
      Object[] all = new Object[arguments.length + 1];
      all[0] = context;
      System.arraycopy(arguments, 0, all, 1, arguments.length);
      named(type, method).invoke(type.getDeclaredConstructor().newInstance(), all);
    } catch (InvocationTargetException e) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      throw new AssertionError(trace.toString());
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e.toString());
    }
  }

  private static Method named(Class<?> type, String name) throws NoSuchMethodException {
    for (Method method : type.getMethods()) {
      if (method.getName().equals(name)) {
        return method;
      }
    }
    throw new NoSuchMethodException(type.getName() + "." + name);
  }
}
