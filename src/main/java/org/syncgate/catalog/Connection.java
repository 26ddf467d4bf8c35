package org.syncgate.catalog;

import java.nio.file.Path;

/** How to reach a cluster's Kubernetes API. */
public sealed interface Connection {

    /** The namespace that Argo CD's Applications and AppProjects are in. */
    String argocdNamespace();

    /** With the ServiceAccount of the pod that Syncgate runs in. */
    record InCluster(String argocdNamespace) implements Connection {}

    /** With one context of a kubeconfig file. */
    record Kubeconfig(String argocdNamespace, Path file, String context) implements Connection {}
}
