/**
 * What people see besides Tasklist: the start form with live data, and the pages on which requests are followed. And what
 * machines call instead: {@code /api}, described in {@code api/openapi.json}.
 */
@ApplicationModule(
        allowedDependencies = {
            "model", "record", "catalog", "argocd", "policy", "notice", "request", "bypass", "window", "access",
            "process"
        })
@NullMarked
package org.syncgate.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
