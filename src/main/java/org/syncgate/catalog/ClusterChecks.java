package org.syncgate.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.validation.Errors;
import org.syncgate.catalog.CatalogProperties.OneCluster;
import org.syncgate.model.ApplicationId;
import org.syncgate.model.Tier;

/** What has to be true of the configured clusters. */
final class ClusterChecks {

    private static final Pattern URL = Pattern.compile("https?://[A-Za-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9._~/-]*)?");

    private final Faults faults;

    ClusterChecks(Errors errors) {
        faults = new Faults(errors);
    }

    void check(List<OneCluster> clusters) {
        if (clusters.isEmpty()) {
            faults.add("clusters", "no cluster is configured; name at least one, with its deployment and tier");
        }
        for (int i = 0; i < clusters.size(); i++) {
            check("clusters[" + i + "]", clusters.get(i));
        }
    }

    private void check(String property, OneCluster cluster) {
        checkName(property + ".name", cluster.name());
        faults.addUnlessWord(
                property + ".deployment",
                cluster.deployment(),
                "write what the practice calls it, like science or telescope");
        checkTier(property + ".tier", cluster.tier());
        faults.addUnlessWord(
                property + ".argocd-namespace",
                cluster.argocdNamespace(),
                "write the namespace of Argo CD, like argocd");
        checkConnection(property, cluster);
        checkUrl(property + ".argocd-url", cluster.argocdUrl());
        faults.addUnlessChannels(property + ".channels", cluster.channels());
    }

    private void checkUrl(String property, String url) {
        if (!url.isBlank() && !URL.matcher(url).matches()) {
            faults.add(
                    property,
                    "'" + url + "' is no address: write where people find its Argo CD, like"
                            + " https://argocd.example.org, or leave it out");
        }
    }

    private void checkName(String property, String name) {
        if (name.isBlank()) {
            faults.add(property, "is missing: each cluster needs a name of its own");
        } else if (ApplicationId.parse(name + "/any").isEmpty()) {
            faults.add(property, "'" + name + "' is no name: use lower-case letters, digits, hyphens and dots");
        } else {
            faults.addIfTaken(property, "name " + name, "'" + name + "' is already the name of");
        }
    }

    private void checkTier(String property, String tier) {
        if (Tier.of(tier).isEmpty()) {
            String tiers = Arrays.stream(Tier.values()).map(Tier::text).collect(Collectors.joining(", "));
            faults.add(
                    property,
                    tier.isBlank() ? "is missing: write one of " + tiers : "'" + tier + "' is none of " + tiers);
        }
    }

    /** Two names for one Argo CD would be two open requests for one Application (S5). */
    private void checkConnection(String property, OneCluster cluster) {
        String file = cluster.kubeconfig();
        String context = cluster.context();
        if (file.isBlank() && !context.isBlank()) {
            faults.add(
                    property + ".context",
                    "'" + context + "' is a context of no file; add kubeconfig, or leave both out for the cluster that"
                            + " Syncgate runs in");
        } else if (file.isBlank()) {
            faults.addIfTaken(
                    property + ".kubeconfig",
                    "in-cluster",
                    "is missing, and only one cluster can be the one that Syncgate runs in; so far that is");
        } else if (context.isBlank()) {
            faults.add(property + ".context", "is missing: write which context of '" + file + "' is meant");
        } else {
            faults.addIfTaken(
                    property + ".context",
                    String.join("\n", file, context, cluster.argocdNamespace()),
                    "'" + context + "' of '" + file + "' is already reached by");
        }
    }
}
