package org.syncgate;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.IncludeTags;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** The integration tests in whose application something happens between two steps, or everything is tried that can be called. */
@Suite
@SelectPackages("org.syncgate")
@IncludeClassNamePatterns(".*IT")
@IncludeEngines("junit-jupiter")
@IncludeTags("meddled")
class MeddledSuite {}
