package org.syncgate.journey;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.syncgate.record.Records;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Requests;

/** One request that waits for an okay, with all that the engine has of it. */
record Somebodys(ProcessEngine engine, Requests requests, Records records) {

    Things things(DeploymentRequest request) {
        Task task = task(request);
        Job job = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(task.getProcessInstanceId())
                .list()
                .get(0);
        HistoricVariableInstance variable = engine.getHistoryService()
                .createHistoricVariableInstanceQuery()
                .processInstanceId(request.processInstance())
                .variableName("reason")
                .singleResult();
        Map<String, String> ids = new HashMap<>();
        ids.put("task", task.getId());
        ids.put("process-instance", request.processInstance());
        ids.put("process-definition", task.getProcessDefinitionId());
        ids.put("key", "deploy-application");
        ids.put("execution", task.getExecutionId());
        ids.put("job", job.getId());
        ids.put("job-definition", job.getJobDefinitionId());
        ids.put("deployment", job.getDeploymentId());
        ids.put(
                "filter",
                engine.getFilterService().createFilterQuery().list().get(0).getId());
        ids.put("variable-instance", variable.getId());
        ids.put("variables", "reason");
        ids.put("localVariables", "reason");
        ids.put(
                "decision-definition",
                engine.getRepositoryService()
                        .createDecisionDefinitionQuery()
                        .list()
                        .get(0)
                        .getId());
        ids.put("user", request.wish().requester());
        ids.put("group", "release-managers");
        ids.put("requests", request.id().text());
        return new Things(
                Map.copyOf(ids),
                List.of(request.id().text(), request.agreement().application().name(), "Only for the concerned"));
    }

    /** Whatever somebody could have changed. */
    Object kept(DeploymentRequest request) {
        Task task = task(request);
        return List.of(
                task.getId() + task.getAssignee() + task.getName() + task.getDelegationState(),
                new TreeMap<>(engine.getTaskService().getVariables(task.getId())),
                engine.getTaskService().getTaskComments(task.getId()).size(),
                engine.getTaskService().getIdentityLinksForTask(task.getId()).size(),
                requests.find(request.id()).orElseThrow().standing(),
                records.of(request.id()).size(),
                engine.getRepositoryService().createDeploymentQuery().count(),
                engine.getAuthorizationService()
                        .createAuthorizationQuery()
                        .groupIdIn("syncgate-admins")
                        .count(),
                engine.getFilterService().createFilterQuery().count(),
                engine.getTaskService().createTaskQuery().taskId(task.getId()).count());
    }

    private Task task(DeploymentRequest request) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(request.id().text())
                .taskDefinitionKey("approveDeployment")
                .singleResult();
    }
}
