package org.syncgate.model;

import java.util.List;

/** The groups that there are. Whatever else a login method says about a person is ignored. */
public final class Groups {

    /** May ask for deployments. */
    public static final String DEVELOPERS = "developers";

    /** Approve what needs a release manager. */
    public static final String RELEASE_MANAGERS = "release-managers";

    /** Run the maintenance windows. */
    public static final String COORDINATORS = "coordinators";

    /** The telescope software configuration managers. */
    public static final String TELESCOPE_CONFIGURATION_MANAGERS = "telescope-configuration-managers";

    /** Answer for the community forum. */
    public static final String FORUM_TEAM = "forum-team";

    /**
     * Look after Syncgate itself: see everything, retry what failed. They decide what nobody else does, and change no
     * running process.
     */
    public static final String SYNCGATE_ADMINS = "syncgate-admins";

    /** All of them. */
    public static final List<String> ALL = List.of(
            DEVELOPERS, RELEASE_MANAGERS, COORDINATORS, TELESCOPE_CONFIGURATION_MANAGERS, FORUM_TEAM, SYNCGATE_ADMINS);

    private Groups() {}
}
