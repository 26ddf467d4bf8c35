package org.syncgate.process;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.syncgate.notice.NoticeKind;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The templates under {@code notices/}, one for each kind of notice. */
final class NoticeTemplates {

    private final SpringTemplateEngine engine = new SpringTemplateEngine();

    NoticeTemplates() {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("notices/");
        resolver.setSuffix(".txt");
        resolver.setTemplateMode(TemplateMode.TEXT);
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        engine.setTemplateResolver(resolver);
    }

    String fill(NoticeKind kind, Map<String, Object> facts) {
        return engine.process(kind.text(), new Context(Locale.ENGLISH, facts)).strip();
    }

    /** In one line, lest a text of people passes for one of ours. */
    static String line(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
