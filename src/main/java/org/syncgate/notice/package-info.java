/**
 * Notices: what is told to which channel, and the port to the place where it is posted, Slack or the log.
 *
 * <p>A notice is a row before it is a message: {@link org.syncgate.notice.WrittenNotices} writes it in the transaction of
 * whatever it tells of, so that a crash loses none. {@link org.syncgate.notice.Postman} posts afterwards, in a
 * transaction of its own for each message, under locks on what is undelivered in the channel; once it is committed that
 * Slack took a message, nothing posts it again. In the gap between Slack's answer and that commit, and where no answer
 * came, nobody knows whether the message arrived: it is posted again, and may appear twice. Slack has no id of ours to
 * recognise it by. Twice is better than never: the notice clock starts at the delivery that was recorded (S3, S6).
 */
@ApplicationModule(allowedDependencies = {"model", "start"})
@NullMarked
package org.syncgate.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
