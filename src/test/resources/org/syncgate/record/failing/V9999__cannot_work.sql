create table syncgate.half_way (id bigint);
insert into syncgate.not_there values (1);
