/**
 * What the models call: one small class a step, bound by bean name, which reads, calls one thing and writes. Also the
 * start of a deployment, what follows a watch's event, and the deployment of the models themselves. Whatever counts is
 * in our own tables; a process variable only steers the token.
 */
@ApplicationModule(
        allowedDependencies = {
            "model", "record", "catalog", "argocd", "policy", "notice", "request", "bypass", "window", "gate", "access"
        })
@NullMarked
package org.syncgate.process;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
