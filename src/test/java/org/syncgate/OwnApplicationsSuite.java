package org.syncgate;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.IncludeTags;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** The integration tests that start or configure applications of their own. */
@Suite
@SelectPackages("org.syncgate")
@IncludeClassNamePatterns(".*IT")
@IncludeEngines("junit-jupiter")
@IncludeTags("own-application")
class OwnApplicationsSuite {}
