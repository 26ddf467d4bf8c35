-- Windows and freezes are recorded and told of as well, each under its own id.
alter table syncgate.record rename column request to subject;
alter table syncgate.record alter column application drop not null;
alter index syncgate.record_by_request rename to record_by_subject;

alter table syncgate.notice drop constraint notice_request_fkey;
alter table syncgate.notice rename column request to subject;
alter index syncgate.notice_by_request rename to notice_by_subject;
