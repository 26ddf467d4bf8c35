/**
 * Argo CD as Syncgate sees it, through the Kubernetes API alone: what each Application's state is, how a sync is asked
 * for and how it is followed. {@link org.syncgate.argocd.ArgoCd} is the port; the Fabric8 adapter behind it is
 * package-private, and Fabric8's types stay in here.
 *
 * <p>What an Application shows is read by {@link org.syncgate.argocd.LiveApplication} and the small types behind it
 * ({@code Comparison}, {@code Faults}, {@code History}, {@code Following}); what its AppProject permits, by {@code
 * Project}. A {@code ClusterLink} keeps one cluster's connection and a {@code ClusterWatch} what is seen through it.
 */
@ApplicationModule(allowedDependencies = {"model", "catalog"})
@NullMarked
package org.syncgate.argocd;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
