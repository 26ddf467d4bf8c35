-- The two schemas of Syncgate, once in its own database (create database syncgate), by the server's administrator.

do $$
begin
    execute format('revoke all on database %I from public', current_database());
    execute format('grant connect on database %I to syncgate_migrator, syncgate_app', current_database());
    -- the engine makes its tables in the first schema of this path
    execute format('alter role syncgate_app in database %I set search_path = camunda', current_database());
end
$$;

revoke all on schema public from public;

create schema syncgate authorization syncgate_migrator;
create schema camunda authorization syncgate_app;
