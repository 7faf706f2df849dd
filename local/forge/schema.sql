-- The host's own tables.
CREATE TABLE IF NOT EXISTS forge_setting (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS forge_value (
  space TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, bytes INTEGER NOT NULL,
  created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, expires_at INTEGER,
  PRIMARY KEY (space, key)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS forge_index (
  entity TEXT NOT NULL, name TEXT NOT NULL, part TEXT NOT NULL, rng NOT NULL, key TEXT NOT NULL,
  PRIMARY KEY (entity, name, part, rng, key)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS forge_index_key ON forge_index (entity, key);
CREATE TABLE IF NOT EXISTS forge_stale (
  id INTEGER PRIMARY KEY, entity TEXT NOT NULL, key TEXT NOT NULL, old_value TEXT, apply_at INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS forge_stale_entity ON forge_stale (entity, key);
CREATE TABLE IF NOT EXISTS forge_job (
  id INTEGER PRIMARY KEY, queue TEXT NOT NULL, job_id TEXT NOT NULL, event_id TEXT NOT NULL UNIQUE,
  body TEXT NOT NULL, delay_seconds INTEGER, concurrency_key TEXT, concurrency_limit INTEGER,
  chain INTEGER NOT NULL DEFAULT 0, state TEXT NOT NULL, due_at INTEGER NOT NULL, attempts INTEGER NOT NULL DEFAULT 0,
  retry TEXT, created_at INTEGER NOT NULL, finished_at INTEGER, error TEXT);
CREATE INDEX IF NOT EXISTS forge_job_due ON forge_job (state, due_at);
CREATE INDEX IF NOT EXISTS forge_job_id ON forge_job (job_id);
CREATE TABLE IF NOT EXISTS forge_delivery (
  id INTEGER PRIMARY KEY, trigger_key TEXT NOT NULL, function_key TEXT NOT NULL, event_type TEXT NOT NULL,
  event TEXT NOT NULL, state TEXT NOT NULL, due_at INTEGER NOT NULL, attempts INTEGER NOT NULL DEFAULT 0,
  retry TEXT, created_at INTEGER NOT NULL, finished_at INTEGER, error TEXT);
CREATE INDEX IF NOT EXISTS forge_delivery_due ON forge_delivery (state, due_at);
CREATE TABLE IF NOT EXISTS forge_object (
  key TEXT PRIMARY KEY, bytes BLOB NOT NULL, checksum TEXT NOT NULL, content_type TEXT NOT NULL,
  created_at INTEGER NOT NULL, expires_at INTEGER);
CREATE TABLE IF NOT EXISTS forge_schedule (key TEXT PRIMARY KEY, next_at INTEGER NOT NULL, last_at INTEGER);
CREATE TABLE IF NOT EXISTS forge_invocation (
  id TEXT PRIMARY KEY, function_key TEXT NOT NULL, kind TEXT NOT NULL, module_key TEXT NOT NULL, actor TEXT,
  name TEXT, started_at INTEGER NOT NULL, record TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS forge_invocation_time ON forge_invocation (started_at);
