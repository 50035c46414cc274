#!/bin/sh
# Run by the image of PostgreSQL at its first start: the two roles and the database (docker-compose.yml).
set -eu
psql -v ON_ERROR_STOP=1 -v owner="$XZD_OWNER_PASSWORD" -v app="$XZD_APP_PASSWORD" --username postgres --dbname postgres <<'SQL'
CREATE ROLE xzd_owner LOGIN PASSWORD :'owner';
CREATE ROLE xzd_app LOGIN PASSWORD :'app';
CREATE DATABASE xinzhou_dashboard OWNER xzd_owner;
REVOKE ALL ON DATABASE xinzhou_dashboard FROM PUBLIC;
GRANT CONNECT ON DATABASE xinzhou_dashboard TO xzd_app;
SQL
