package org.syncgate.policy;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * Which edition is in force.
 *
 * @param location its decision table, a DMN file
 */
@ConfigurationProperties("syncgate.practice")
public record PracticeProperties(
        @DefaultValue("classpath:bpmn/deployment-practice.dmn")
        Resource location) {

    static final String LOCATION = "syncgate.practice.location";
}
