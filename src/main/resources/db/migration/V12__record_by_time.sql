-- Where in the record a period begins and ends; its entries are then read by their numbers.
create index record_by_time on syncgate.record (at, id);
