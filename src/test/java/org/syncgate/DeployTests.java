package org.syncgate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.syncgate.record.TableMigration;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What deploy/ holds, as kubectl builds it, against what the application is. */
class DeployTests {

    private static final Path DEPLOY = Path.of("deploy");

    private static final ObjectMapper JSON = new ObjectMapper();

    private static List<JsonNode> objects = List.of();

    @BeforeAll
    static void build() throws Exception {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(":"))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "kubectl"))),
                "kubectl is not on the PATH, so the manifests cannot be built and are not checked");
        Process kubectl = new ProcessBuilder("kubectl", "kustomize", "deploy/base")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String built = new String(kubectl.getInputStream().readAllBytes(), "UTF-8");
        assertThat(kubectl.waitFor()).isZero();
        objects = documents(built);
    }

    @Test
    void theBaseHoldsWhatRunsSyncgateAndNothingElse() {
        assertThat(objects.stream().map(DeployTests::name))
                .containsExactlyInAnyOrder(
                        "Namespace syncgate",
                        "ServiceAccount syncgate/syncgate",
                        "Role argocd/syncgate",
                        "RoleBinding argocd/syncgate",
                        "ConfigMap syncgate/syncgate",
                        "Service syncgate/syncgate",
                        "Deployment syncgate/syncgate",
                        "NetworkPolicy syncgate/syncgate");
    }

    @Test
    void itsRightsAreTheLeastOfTheContract() {
        assertThat(the("Role").get("rules")).isEqualTo(yaml("""
                - {apiGroups: [argoproj.io], resources: [applications], verbs: [get, list, watch, patch]}
                - {apiGroups: [argoproj.io], resources: [appprojects], verbs: [get, list, watch]}
                """));
        assertThat(the("RoleBinding").get("roleRef"))
                .isEqualTo(yaml("{apiGroup: rbac.authorization.k8s.io, kind: Role, name: syncgate}"));
        assertThat(the("RoleBinding").get("subjects"))
                .isEqualTo(yaml("[{kind: ServiceAccount, name: syncgate, namespace: syncgate}]"));
        assertThat(pod().get("serviceAccountName").asText()).isEqualTo("syncgate");
    }

    @Test
    void nothingRunsAsRootOrGainsAnythingOrWritesToItsImage() {
        JsonNode confined = yaml("""
                {allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: {drop: [ALL]}}
                """);

        assertThat(pod().get("securityContext")).isEqualTo(yaml("""
                {runAsNonRoot: true, runAsUser: 10001, runAsGroup: 10001, fsGroup: 10001,
                 seccompProfile: {type: RuntimeDefault}}
                """));
        assertThat(containers()).hasSize(2).allSatisfy(container -> {
            assertThat(container.get("securityContext")).isEqualTo(confined);
            assertThat(container.at("/resources/limits/memory").asText()).isNotEmpty();
            assertThat(container.at("/resources/requests/cpu").asText()).isNotEmpty();
            assertThat(list(container.get("volumeMounts")))
                    .filteredOn(mount -> !mount.path("readOnly").asBoolean())
                    .extracting(mount -> mount.get("mountPath").asText())
                    .containsExactly("/tmp");
        });
        assertThat(list(pod().get("volumes")))
                .filteredOn(volume -> volume.get("name").asText().equals("tmp"))
                .allSatisfy(volume -> assertThat(volume.has("emptyDir")).isTrue());
        assertThat(the("Namespace")
                        .at("/metadata/labels")
                        .path("pod-security.kubernetes.io/enforce")
                        .asText())
                .isEqualTo("restricted");
        assertThat(pod().has("hostNetwork")).isFalse();
    }

    @Test
    void onlyWhatAsksTheClusterHasATokenForIt() {
        assertThat(pod().get("automountServiceAccountToken").asBoolean(true)).isFalse();
        assertThat(the("ServiceAccount").get("automountServiceAccountToken").asBoolean(true))
                .isFalse();
        assertThat(mounts(syncgate())).contains("/var/run/secrets/kubernetes.io/serviceaccount");
        assertThat(mounts(migrate())).doesNotContain("/var/run/secrets/kubernetes.io/serviceaccount");
    }

    @Test
    void onlyTheInitContainerHasTheCredentialsOfTheTablesOwner() {
        assertThat(secrets(migrate())).containsOnly("syncgate-table-owner");
        assertThat(secrets(syncgate())).contains("syncgate-database").doesNotContain("syncgate-table-owner");
        assertThat(TableMigration.isAskedBy(texts(migrate().get("args")))).isTrue();
        assertThat(TableMigration.isAskedBy(texts(syncgate().path("args")))).isFalse();
        assertThat(migrate().get("image")).isEqualTo(syncgate().get("image"));
        assertThat(configuration())
                .containsEntry("syncgate.database.migrations", "check")
                .containsEntry("syncgate.database.application-role", "syncgate_app");
    }

    @Test
    void theRolesAreThoseThatTheScriptsMake() throws IOException {
        String roles = Files.readString(DEPLOY.resolve("database/roles.sql"));
        List<JsonNode> examples = documents(Files.readString(DEPLOY.resolve("examples/secrets.yaml")));

        assertThat(examples)
                .extracting(secret -> secret.at("/stringData/username").asText())
                .contains("syncgate_migrator", "syncgate_app");
        assertThat(roles).contains("create role syncgate_migrator login", "create role syncgate_app login");
    }

    @Test
    void everySecretIsInTheExampleWithoutAValueAndNoneIsInTheBase() throws IOException {
        Map<String, JsonNode> examples = new TreeMap<>();
        documents(Files.readString(DEPLOY.resolve("examples/secrets.yaml")))
                .forEach(secret -> examples.put(secret.at("/metadata/name").asText(), secret.get("stringData")));

        assertThat(containers().stream().flatMap(container -> secretKeys(container)))
                .isNotEmpty()
                .allMatch(
                        reference -> examples.getOrDefault(reference.get("name").asText(), JSON.createObjectNode())
                                .has(reference.get("key").asText()));
        examples.forEach((name, values) -> values.fields()
                .forEachRemaining(value ->
                        assertThat(value.getValue().asText()).as(name).isIn("", "syncgate_migrator", "syncgate_app")));
        assertThat(objects).noneMatch(object -> object.get("kind").asText().equals("Secret"));
    }

    @Test
    void probesAskTheManagementPortForWhatItAnswers() {
        Map<String, Object> shipped = flat(yaml(read(Path.of("src/main/resources/application.yaml"))));

        assertThat(shipped).containsEntry("management.endpoint.health.probes.enabled", true);
        assertThat(probe("livenessProbe")).isEqualTo(yaml("{path: /actuator/health/liveness, port: management}"));
        assertThat(probe("startupProbe")).isEqualTo(yaml("{path: /actuator/health/liveness, port: management}"));
        assertThat(probe("readinessProbe")).isEqualTo(yaml("{path: /actuator/health/readiness, port: management}"));
        assertThat(configuration())
                .containsEntry("management.server.port", port("management"))
                .containsEntry("server.port", port("http"));
        assertThat(shipped).containsEntry("management.server.port", port("management"));
    }

    @Test
    void theServiceLeadsToThePagesAlone() {
        assertThat(the("Service").at("/spec/ports")).isEqualTo(yaml("[{name: http, port: 80, targetPort: http}]"));
        JsonNode labels = the("Deployment").at("/spec/template/metadata/labels");
        assertThat(the("Service").at("/spec/selector")).isEqualTo(labels);
        assertThat(the("Deployment").at("/spec/selector/matchLabels")).isEqualTo(labels);
        assertThat(the("NetworkPolicy").at("/spec/podSelector/matchLabels")).isEqualTo(labels);
        JsonNode backend =
                yaml(read(DEPLOY.resolve("examples/ingress.yaml"))).at("/spec/rules/0/http/paths/0/backend/service");
        assertThat(backend).isEqualTo(yaml("{name: syncgate, port: {name: http}}"));
    }

    @Test
    void theExamplesProxyTakesAsLongAHeadAsSyncgateSends() {
        Map<String, Object> shipped = flat(yaml(read(Path.of("src/main/resources/application.yaml"))));
        String longest = String.valueOf(shipped.get("server.tomcat.max-http-response-header-size"));

        assertThat(yaml(read(DEPLOY.resolve("examples/ingress.yaml")))
                        .at("/metadata/annotations")
                        .path("nginx.ingress.kubernetes.io/proxy-buffer-size")
                        .asText())
                .isEqualTo(longest.replace("KB", "k"));
    }

    @Test
    void oneVersionsJarIsMadeAtATime() throws IOException {
        assertThat(Files.readAllLines(DEPLOY.resolve("Containerfile")))
                .contains("COPY target/syncgate-*.jar syncgate.jar");
        for (String page : List.of("installation.md", "configuration.md")) {
            assertThat(read(Path.of("docs", page)))
                    .contains("    mvn clean package -DskipTests")
                    .doesNotContain("mvn package");
        }
    }

    @Test
    void twoInstancesNeverRunSideBySide() {
        assertThat(the("Deployment").at("/spec/replicas").asInt()).isEqualTo(1);
        assertThat(the("Deployment").at("/spec/strategy/type").asText()).isEqualTo("Recreate");
    }

    @Test
    void theConfigurationIsMountedWhereItIsLookedFor() {
        assertThat(containers()).allSatisfy(container -> {
            assertThat(variables(container)).containsEntry("SPRING_CONFIG_ADDITIONALLOCATION", "file:/etc/syncgate/");
            assertThat(mounts(container)).contains("/etc/syncgate");
        });
        String mounted = list(pod().get("volumes")).stream()
                .filter(volume -> volume.get("name").asText().equals("configuration"))
                .map(volume -> volume.at("/configMap/name").asText())
                .findFirst()
                .orElseThrow();
        assertThat(mounted).isEqualTo(the("ConfigMap").at("/metadata/name").asText());
    }

    @Test
    void everyConfigurationKeyExistsInTheApplication() throws IOException {
        KnownProperties known = KnownProperties.read();

        assertThat(configuration().keySet()).isNotEmpty().allMatch(known::has);
        assertThat(containers().stream().flatMap(container -> variables(container).keySet().stream()))
                .isNotEmpty()
                .allMatch(known::hasVariable);
        assertThat(known.has("syncgate.databases.migrations")).isFalse();
        assertThat(known.hasVariable("SYNCGATE_NOTICE_SLACKTOKEN")).isFalse();
    }

    @Test
    void onlyTheGatesAccountComesThroughTheOnlyDoor() throws IOException {
        List<JsonNode> door = documents(Files.readString(DEPLOY.resolve("only-door/admission.yaml")));
        JsonNode policy = door.get(0);

        assertThat(policy.at("/spec/failurePolicy").asText()).isEqualTo("Fail");
        assertThat(policy.at("/spec/matchConstraints/resourceRules")).isEqualTo(yaml("""
                [{apiGroups: [argoproj.io], apiVersions: [v1alpha1], resources: [applications],
                  operations: [CREATE, UPDATE]}]
                """));
        assertThat(policy.at("/spec/validations/0/expression").asText())
                .contains("system:serviceaccount:syncgate:"
                        + the("ServiceAccount").at("/metadata/name").asText() + "'");
        assertThat(door.get(1).at("/spec/policyName")).isEqualTo(policy.at("/metadata/name"));
        assertThat(door.get(1)
                        .at("/spec/matchResources/namespaceSelector/matchLabels")
                        .path("kubernetes.io/metadata.name"))
                .isEqualTo(the("Role").at("/metadata/namespace"));
    }

    @Test
    void theImageIsMadeOfLayersRunsInUtcAndNotAsRoot() throws IOException {
        List<String> lines = Files.readAllLines(DEPLOY.resolve("Containerfile"));
        List<String> last = lines.subList(lines.lastIndexOf("FROM ${JRE}"), lines.size());

        assertThat(last.stream().filter(line -> line.startsWith("COPY")))
                .as("Spring Boot's layers, what changes seldom first")
                .containsExactly(
                        "COPY --from=layers /work/layers/dependencies/ ./",
                        "COPY --from=layers /work/layers/spring-boot-loader/ ./",
                        "COPY --from=layers /work/layers/snapshot-dependencies/ ./",
                        "COPY --from=layers /work/layers/application/ ./");
        int user = pod().at("/securityContext/runAsUser").asInt();
        assertThat(last).contains("USER " + user + ":" + user, "EXPOSE " + port("http") + " " + port("management"));
        assertThat(last.get(last.size() - 1))
                .startsWith("ENTRYPOINT [\"java\", \"-Duser.timezone=UTC\", \"-XX:MaxRAMPercentage=")
                .endsWith("\"-jar\", \"syncgate.jar\"]");
    }

    private static JsonNode the(String kind) {
        List<JsonNode> found = objects.stream()
                .filter(object -> object.get("kind").asText().equals(kind))
                .toList();
        assertThat(found).as(kind).hasSize(1);
        return found.get(0);
    }

    /** The generated part of a ConfigMap's name says only what is in it. */
    private static String name(JsonNode object) {
        String kind = object.get("kind").asText();
        String name = object.at("/metadata/name").asText();
        String namespace = object.at("/metadata/namespace").asText();
        return kind + " " + (namespace.isEmpty() ? "" : namespace + "/")
                + (kind.equals("ConfigMap") ? name.replaceAll("-[a-z0-9]{10}$", "") : name);
    }

    private static JsonNode pod() {
        return the("Deployment").at("/spec/template/spec");
    }

    private static JsonNode syncgate() {
        return pod().at("/containers/0");
    }

    private static JsonNode migrate() {
        return pod().at("/initContainers/0");
    }

    private static List<JsonNode> containers() {
        List<JsonNode> all = new ArrayList<>(list(pod().get("containers")));
        all.addAll(list(pod().get("initContainers")));
        return all;
    }

    private static JsonNode probe(String name) {
        return syncgate().at("/" + name + "/httpGet");
    }

    private static int port(String name) {
        return list(syncgate().get("ports")).stream()
                .filter(port -> port.get("name").asText().equals(name))
                .map(port -> port.get("containerPort").asInt())
                .findFirst()
                .orElseThrow();
    }

    private static List<String> mounts(JsonNode container) {
        return list(container.get("volumeMounts")).stream()
                .map(mount -> mount.get("mountPath").asText())
                .toList();
    }

    private static Stream<JsonNode> secretKeys(JsonNode container) {
        return list(container.get("env")).stream()
                .map(variable -> variable.at("/valueFrom/secretKeyRef"))
                .filter(JsonNode::isObject);
    }

    private static Set<String> secrets(JsonNode container) {
        Set<String> names = new TreeSet<>();
        secretKeys(container)
                .forEach(reference -> names.add(reference.get("name").asText()));
        return names;
    }

    private static Map<String, String> variables(JsonNode container) {
        Map<String, String> variables = new TreeMap<>();
        list(container.get("env"))
                .forEach(variable -> variables.put(
                        variable.get("name").asText(), variable.path("value").asText()));
        return variables;
    }

    private static Map<String, Object> configuration() {
        return flat(yaml(the("ConfigMap").at("/data").path("application.yaml").asText()));
    }

    /** Properties by their names; an element of a list has the list's. */
    private static Map<String, Object> flat(JsonNode tree) {
        Map<String, Object> properties = new TreeMap<>();
        flatten("", tree, properties);
        return properties;
    }

    private static void flatten(String name, JsonNode tree, Map<String, Object> properties) {
        if (tree.isObject()) {
            tree.fields()
                    .forEachRemaining(field -> flatten(
                            name.isEmpty() ? field.getKey() : name + "." + field.getKey(),
                            field.getValue(),
                            properties));
        } else if (tree.isArray() && tree.size() > 0) {
            tree.forEach(element -> flatten(name, element, properties));
        } else {
            properties.put(name, JSON.convertValue(tree, Object.class));
        }
    }

    private static List<JsonNode> documents(String yaml) {
        return StreamSupport.stream(
                        new Yaml(new SafeConstructor(new LoaderOptions()))
                                .loadAll(yaml)
                                .spliterator(),
                        false)
                .map(document -> (JsonNode) JSON.valueToTree(document))
                .toList();
    }

    private static JsonNode yaml(String yaml) {
        return documents(yaml).get(0);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private static String[] texts(JsonNode array) {
        return list(array).stream().map(JsonNode::asText).toArray(String[]::new);
    }
}
