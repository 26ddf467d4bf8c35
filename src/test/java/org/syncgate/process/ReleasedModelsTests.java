package org.syncgate.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PropertiesLoaderUtils;

class ReleasedModelsTests {

    @Test
    void aReleaseLeavesItsModelsToTheVersionsAfterIt() throws IOException {
        String version = PropertiesLoaderUtils.loadAllProperties("META-INF/build-info.properties")
                .getProperty("build.version");
        if (!version.endsWith("-SNAPSHOT")) {
            assertThat(new EarlierModels(version, EarlierModels.RELEASED.resolve(version)).content())
                    .isEqualTo(EarlierModels.TODAY.content());
        }
    }
}
