package org.zhili.resources.internal.status;

import org.zhili.core.town.Doctor;
import org.zhili.text.Wording;

/**
 * Something that needs a person.
 *
 * @param sentence cause and remedy
 */
public record FindingView(Doctor.Level level, String code, Wording sentence) {}
