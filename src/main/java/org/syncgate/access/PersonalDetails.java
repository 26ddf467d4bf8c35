package org.syncgate.access;

import java.util.Optional;

/**
 * What a login method knows of a person besides their groups.
 *
 * @param name what others read
 * @param email empty where it tells none
 */
record PersonalDetails(String name, Optional<String> email) {}
