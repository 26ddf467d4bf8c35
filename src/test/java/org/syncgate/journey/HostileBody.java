package org.syncgate.journey;

import java.util.List;
import java.util.stream.Stream;

/**
 * What somebody may send who means no good.
 *
 * @param name what it is
 * @param type its content type; empty for none
 * @param readable whether the engine could take it for something
 */
record HostileBody(String name, String type, String content, boolean readable) {

    private static final String JSON = "application/json";

    static final HostileBody PLAIN = new HostileBody("an empty object", JSON, "{}", true);

    static List<HostileBody> all() {
        return Stream.of(
                        unreadable("null", JSON, "null"),
                        unreadable("half of it", JSON, "{\"userId\":"),
                        unreadable("two of it", JSON, "{} {}"),
                        unreadable("an array", JSON, "[{}]"),
                        unreadable("a text", JSON, "\"task\""),
                        unreadable("deep JSON", JSON, "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000)),
                        unreadable("deep arrays", JSON, "{\"a\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}"),
                        unreadable("XML", "application/xml", "<task><id>1</id></task>"),
                        unreadable("a form", "application/x-www-form-urlencoded", "userId=dev&retries=1"),
                        unreadable(
                                "parts",
                                "multipart/form-data; boundary=b",
                                "--b\r\nContent-Disposition: form-data; name=\"data\"; filename=\"../x\"\r\n\r\nx\r\n--b--\r\n"),
                        unreadable("no type", "", "{}"),
                        readable("a NUL", "{\"name\":\"a\\u0000b\",\"message\":\"a\\u0000b\"}"),
                        readable("nothing", ""),
                        readable(
                                "wrong types",
                                "{\"userId\":[1],\"retries\":\"many\",\"variables\":7,\"taskId\":{\"a\":1},\"sorting\":3,"
                                        + "\"message\":[\"x\"],\"orQueries\":\"x\"}"),
                        readable(
                                "null variables",
                                "{\"variables\":{\"reason\":null},\"orQueries\":[null],\"sorting\":[null]}"),
                        readable(
                                "expressions",
                                "{\"orQueries\":[{\"dueAfterExpression\":\"${1}\"}],\"nameExpression\":\"${1}\"}"),
                        readable(
                                "SQL",
                                "{\"sorting\":[{\"sortBy\":\"id; drop table x\",\"sortOrder\":\"asc\"}],\"name\":\"' or '1'='1\"}"),
                        readable(
                                "another's name",
                                "{\"userId\":\"dev2\",\"retries\":3,\"message\":\"\",\"variables\":{\"outcome\":{\"value\":\"deployed\"}}}"))
                .toList();
    }

    private static HostileBody readable(String name, String content) {
        return new HostileBody(name, JSON, content, true);
    }

    private static HostileBody unreadable(String name, String type, String content) {
        return new HostileBody(name, type, content, false);
    }
}
