package org.syncgate.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.GroupQueryImpl;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.GroupEntity;
import org.syncgate.model.Groups;

/** The engine's group query, over the fixed groups. */
class EngineGroups extends GroupQueryImpl {

    private static final long serialVersionUID = 1L;

    private final transient KnownPeople people;

    EngineGroups(KnownPeople people) {
        this.people = people;
    }

    @Override
    public long executeCount(CommandContext commandContext) {
        return matching().size();
    }

    @Override
    public List<Group> executeList(CommandContext commandContext, Page page) {
        return matching();
    }

    private List<Group> matching() {
        Collection<String> members = userId == null
                ? Groups.ALL
                : people.find(userId).map(Person::groups).stream()
                        .flatMap(Collection::stream)
                        .toList();
        return members.stream()
                .filter(group -> id == null || id.equals(group))
                .filter(group -> ids == null || Arrays.asList(ids).contains(group))
                .map(EngineGroups::group)
                .toList();
    }

    static Group group(String name) {
        GroupEntity group = new GroupEntity(name);
        String words = name.replace('-', ' ');
        group.setName(Character.toUpperCase(words.charAt(0)) + words.substring(1));
        group.setType("SYNCGATE");
        return group;
    }
}
