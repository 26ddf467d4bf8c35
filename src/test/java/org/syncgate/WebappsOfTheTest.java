package org.syncgate;

import org.camunda.bpm.admin.Admin;
import org.camunda.bpm.admin.impl.DefaultAdminRuntimeDelegate;
import org.camunda.bpm.cockpit.Cockpit;
import org.camunda.bpm.cockpit.impl.DefaultCockpitRuntimeDelegate;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.tasklist.Tasklist;
import org.camunda.bpm.tasklist.impl.DefaultTasklistRuntimeDelegate;
import org.camunda.bpm.welcome.Welcome;
import org.camunda.bpm.welcome.impl.DefaultWelcomeRuntimeDelegate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Has the engine's webapps serve the application of the test class that begins. They keep what they serve in static fields,
 * so that of two applications in one JVM only the later one would answer, and none once that is closed.
 */
final class WebappsOfTheTest implements TestExecutionListener {

    @Override
    public void beforeTestClass(TestContext test) {
        ObjectProvider<ProcessEngine> engine = test.getApplicationContext().getBeanProvider(ProcessEngine.class);
        engine.ifAvailable(WebappsOfTheTest::serve);
    }

    private static synchronized void serve(ProcessEngine engine) {
        if (Tasklist.getRuntimeDelegate() != null && ProcessEngines.getProcessEngine(engine.getName()) == engine) {
            return;
        }
        ProcessEngines.registerProcessEngine(engine);
        Admin.setAdminRuntimeDelegate(new DefaultAdminRuntimeDelegate());
        Cockpit.setCockpitRuntimeDelegate(new DefaultCockpitRuntimeDelegate());
        Tasklist.setTasklistRuntimeDelegate(new DefaultTasklistRuntimeDelegate());
        Welcome.setRuntimeDelegate(new DefaultWelcomeRuntimeDelegate());
    }
}
