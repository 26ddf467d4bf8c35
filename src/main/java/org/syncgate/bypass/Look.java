package org.syncgate.bypass;

/** What came of a look at an Application. */
public sealed interface Look {

    /**
     * All is looked at.
     *
     * @param glance the {@link Glance} up to which; what a watch shows may lag behind it
     */
    record Done(String glance) implements Look {}

    /** There is nothing left to look at: the Application is gone. */
    record Gone() implements Look {}

    /** It has to be looked at again; the reason is one sentence. */
    record NotYet(String reason) implements Look {}
}
