package org.syncgate.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.syncgate.model.Cluster;

/** What a simulated place consists of before anything happens in it. */
public interface Place {

    /** Its clusters, each with what is in it. */
    List<Population> populations();

    /**
     * What is in one cluster.
     *
     * @param cluster the cluster as Syncgate's configuration will name it
     * @param objects Applications and AppProjects, in full
     * @param behaviours how the controller treats some of the applications; those not named succeed
     */
    record Population(Cluster cluster, List<ObjectNode> objects, Map<String, Behaviour> behaviours) {
        public Population {
            objects = List.copyOf(objects);
            behaviours = Map.copyOf(behaviours);
        }
    }
}
