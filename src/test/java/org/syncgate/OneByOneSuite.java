package org.syncgate;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.IncludeTags;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** The integration tests that rely on nothing else happening in their application, or move its clock on: one class at a time. */
@Suite
@SelectPackages("org.syncgate")
@IncludeClassNamePatterns(".*IT")
@IncludeEngines("junit-jupiter")
@IncludeTags("one-at-a-time")
class OneByOneSuite {}
