package org.syncgate.policy;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * Which heuristics are in force.
 *
 * @param location their decision, a DMN file
 */
@ConfigurationProperties("syncgate.formality")
public record FormalityProperties(
        @DefaultValue("classpath:bpmn/formality.dmn") Resource location) {

    static final String LOCATION = "syncgate.formality.location";
}
