package org.syncgate.access;

/**
 * Is told when an administrator has a failed job tried again, which is the only thing that Cockpit can change. All beans
 * of this type are told, in the transaction in which it happens: what one of them throws undoes it.
 */
@FunctionalInterface
public interface RetryListener {

    /** The job will be tried again because this person wants it. */
    void retried(FailedJob job, Person by);
}
