package org.syncgate.catalog;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;

/**
 * The configured place as it was written. Values that are missing are empty text, so that one check tells all faults,
 * each by its property.
 *
 * @param clusters at least one
 * @param services the rows of the chart, the first that matches wins
 */
@ConfigurationProperties("syncgate")
record CatalogProperties(
        @DefaultValue List<OneCluster> clusters,
        @DefaultValue List<OneService> services) implements Validator {

    /**
     * @param name the cluster's own, unique
     * @param deployment science, telescope, roundtable, community …
     * @param tier bleed, dev, int or prod
     * @param argocdNamespace where Argo CD's Applications are
     * @param kubeconfig a file; empty for the cluster that Syncgate runs in
     * @param context which of the file's contexts
     * @param argocdUrl where people find its Argo CD, for links to it; may be empty
     * @param channels where what goes past its gate is told; may be empty
     */
    record OneCluster(
            @DefaultValue("") String name,
            @DefaultValue("") String deployment,
            @DefaultValue("") String tier,
            @DefaultValue("argocd") String argocdNamespace,
            @DefaultValue("") String kubeconfig,
            @DefaultValue("") String context,
            @DefaultValue("") String argocdUrl,
            @DefaultValue List<String> channels) {}

    /**
     * The three lists of patterns narrow each other; an empty one does not narrow.
     *
     * @param name a row of the chart, or a service that the chart does not name
     * @param applications patterns of application names
     * @param clusters patterns of cluster names
     * @param deployments patterns of the clusters' deployments
     * @param channels where the service's users are told
     * @param stakeholders groups that agree on an extended downtime
     * @param factors how formal its deployments ought to be; all of it or nothing
     */
    record OneService(
            @DefaultValue("") String name,
            @DefaultValue List<String> applications,
            @DefaultValue List<String> clusters,
            @DefaultValue List<String> deployments,
            @DefaultValue List<String> channels,
            @DefaultValue List<String> stakeholders,
            @DefaultValue OneFactors factors) {}

    /**
     * @param maturity experimental, developing or mature
     * @param users how many people depend on it
     * @param userbase feature-seeking or risk-averse
     * @param impact low, medium or high
     * @param reputation low, medium or high
     */
    record OneFactors(
            @DefaultValue("") String maturity,
            @DefaultValue("") String users,
            @DefaultValue("") String userbase,
            @DefaultValue("") String impact,
            @DefaultValue("") String reputation) {}

    @Override
    public boolean supports(Class<?> type) {
        return type == CatalogProperties.class;
    }

    @Override
    public void validate(Object target, Errors errors) {
        CatalogProperties properties = (CatalogProperties) target;
        new ClusterChecks(errors).check(properties.clusters());
        new ServiceChecks(errors).check(properties.services());
    }
}
