package org.syncgate.process;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The models of which a test class reaches every flow node, by itself. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface Walks {

    /** The models' ids. */
    String[] value();
}
