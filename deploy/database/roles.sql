-- The two roles of Syncgate, once for each PostgreSQL server, by its administrator. Then give each a password of its own:
-- \password syncgate_migrator and \password syncgate_app in psql.

-- Owns the tables of schema syncgate, the record among them, and changes them from version to version. Nothing that people
-- or machines can reach runs as this role.
create role syncgate_migrator login nosuperuser nocreatedb nocreaterole noreplication nobypassrls;

-- What Syncgate runs as. It owns the engine's tables, and may do in schema syncgate only what db/migration/afterMigrate.sql
-- grants it.
create role syncgate_app login nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
