-- Run at each start of the private PostgreSQL; does nothing where both are there.
SELECT 'CREATE ROLE shortpulse LOGIN'
WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'shortpulse') \gexec

SELECT 'CREATE DATABASE shortpulse OWNER shortpulse'
WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = 'shortpulse') \gexec
