package org.syncgate.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.syncgate.model.Path;
import org.syncgate.policy.FormalityProperties;
import org.syncgate.policy.PracticeProperties;

/**
 * Deploys all models, forms and decisions as one deployment, so that what is bound to its deployment is found there.
 * Where nothing has changed since the last start, the engine keeps the deployment that it has.
 */
@Configuration(proxyBeanMethods = false)
class Models {

    private static final String PRACTICE = "deployment-practice.dmn";
    private static final String FORMALITY = "formality.dmn";

    @Bean
    WalkablePaths walkablePaths(
            RepositoryService repository,
            ResourcePatternResolver resources,
            PracticeProperties practice,
            FormalityProperties formality)
            throws IOException {
        Resource[] models = resources.getResources("classpath*:bpmn/*.bpmn");
        DeploymentBuilder deployment =
                repository.createDeployment().name("syncgate").enableDuplicateFiltering(false);
        for (Resource model : models) {
            add(deployment, "bpmn/" + name(model), model);
        }
        for (Resource form : resources.getResources("classpath*:forms/*.form")) {
            add(deployment, "forms/" + name(form), form);
        }
        add(deployment, "bpmn/" + PRACTICE, practice.location());
        add(deployment, "bpmn/" + FORMALITY, formality.location());
        deployment.deploy();
        return new WalkablePaths(paths(models));
    }

    private static Set<Path> paths(Resource[] models) {
        return Arrays.stream(models)
                .map(Models::name)
                .flatMap(name ->
                        Stream.of(Path.values()).filter(path -> name.equals(WalkablePaths.process(path) + ".bpmn")))
                .collect(Collectors.toSet());
    }

    private static String name(Resource resource) {
        return Objects.requireNonNull(resource.getFilename(), "A model on the classpath has a file name");
    }

    private static void add(DeploymentBuilder deployment, String name, Resource resource) {
        try (InputStream content = resource.getInputStream()) {
            deployment.addInputStream(name, content);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + resource, e);
        }
    }
}
