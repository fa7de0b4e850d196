#!/usr/bin/env bash
# Runs once, when the database's volume is empty: the login roles and the database. The migrations make everything else.
set -euo pipefail

psql --set ON_ERROR_STOP=1 --username postgres \
  --set owner="$SAMSPEL_OWNER_PASSWORD" --set app="$SAMSPEL_APP_PASSWORD" --set worker="$SAMSPEL_WORKER_PASSWORD" --set audit="$SAMSPEL_AUDIT_PASSWORD" <<'SQL'
create role samspel_owner  login nosuperuser nobypassrls nocreaterole nocreatedb noreplication password :'owner';
create role samspel_app    login nosuperuser nobypassrls nocreaterole nocreatedb noreplication password :'app';
create role samspel_worker login nosuperuser nobypassrls nocreaterole nocreatedb noreplication password :'worker';
create role samspel_audit  login nosuperuser nobypassrls nocreaterole nocreatedb noreplication password :'audit';
create role samspel_definer nologin nosuperuser nobypassrls;
-- The owner may hand a function over to the definer, but inherits none of its sight.
grant samspel_definer to samspel_owner with inherit false, set true;
create database samspel owner samspel_owner template template0 encoding 'UTF8' locale_provider icu icu_locale 'sv-SE' locale 'C';
SQL
