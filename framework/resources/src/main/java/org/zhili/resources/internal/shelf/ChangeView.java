package org.zhili.resources.internal.shelf;

import java.util.List;
import org.zhili.text.Wording;

/** What a change of the shelf led to, a sentence for each plug-in. */
record ChangeView(List<Wording> sentences) {}
