import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'libsql';
import type { Db } from '../kernel/types';

/**
 * Opens the site's database and creates the host's own tables. `:memory:` keeps nothing.
 * Durability is that of a process crash, not of a power cut: this is a tool for development.
 */
export function openDatabase(file: string): Db {
  if (file !== ':memory:') mkdirSync(path.dirname(file), { recursive: true });
  const db = new Database(file);
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF;');
  db.exec(readFileSync(path.join(__dirname, 'schema.sql'), 'utf8'));
  return db;
}

/** Reads a setting kept with the site; undefined when it was never set. */
export function readSetting(db: Db, name: string): unknown {
  const row: unknown = db.prepare('SELECT value FROM forge_setting WHERE name = ?').get(name);
  if (typeof row !== 'object' || row === null || !('value' in row) || typeof row.value !== 'string')
    return undefined;
  return JSON.parse(row.value);
}

/** Keeps a JSON value with the site. */
export function writeSetting(db: Db, name: string, value: unknown): void {
  db.prepare(
    'INSERT INTO forge_setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  ).run(name, JSON.stringify(value));
}
