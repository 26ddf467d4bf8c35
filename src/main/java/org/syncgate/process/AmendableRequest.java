package org.syncgate.process;

import org.syncgate.request.DeploymentRequest;

/**
 * A request that somebody could amend now.
 *
 * @param choice what the form sends for it
 * @param request as it stands
 */
public record AmendableRequest(Amendable choice, DeploymentRequest request) {}
