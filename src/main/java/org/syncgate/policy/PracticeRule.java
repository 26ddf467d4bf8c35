package org.syncgate.policy;

import org.syncgate.model.Practice;

/**
 * One rule of the table, ready to be answered with.
 *
 * @param id as in the file
 * @param practice what the rule says
 */
record PracticeRule(String id, Practice practice) {}
