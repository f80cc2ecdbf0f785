package org.zhili.core.ingest;

import java.util.List;
import org.zhili.module.Contribution;
import org.zhili.text.Text;
import org.zhili.text.Wording;

/**
 * Where the pipeline finds the alarm rules of the modules that are here now.
 *
 * <p>Thread-safe. Asked once per batch; never blocks.
 */
public interface Judges {
  List<Judge> present();

  /** Watches over devices that fall quiet. */
  List<Contribution.Silence> silences();

  /** Put a rule's reason into words, so that it stays readable when the module has left. */
  Wording render(Text why);
}
