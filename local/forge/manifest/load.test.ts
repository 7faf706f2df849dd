import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { loadManifest } from './load';

const FIXTURE = path.join(__dirname, '../testing/basic');

/** The fixture's manifest with one text replaced. */
const changed = (from: string, to: string) => {
  const dir = mkdtempSync(path.join(tmpdir(), 'manifest-'));
  cpSync(path.join(FIXTURE, 'manifest.yml'), path.join(dir, 'manifest.yml'));
  const file = path.join(dir, 'manifest.yml');
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
  return () => loadManifest(dir);
};

describe('reading a manifest', () => {
  test('finds modules, functions, entities and their indexes', () => {
    const manifest = loadManifest(FIXTURE);
    expect(manifest.functions.get('onWork')).toEqual({
      key: 'onWork',
      handler: 'index.onWork',
      timeoutSeconds: 2,
      memoryMb: 256,
    });
    expect(manifest.entities.get('note')?.indexes).toEqual([
      { name: 'by-key', partition: [], range: undefined },
      { name: 'state', partition: [], range: 'state' },
      { name: 'by-state-due', partition: ['state'], range: 'due' },
    ]);
    expect(manifest.modules.map((module) => module.type)).toEqual(['jira:issuePanel', 'jira:adminPage']);
    expect(manifest.optionalProducts).toEqual(['confluence']);
    expect(manifest.triggers[0]?.events[0]?.filter.ignoreSelf).toBe(true);
  });

  test('the filter of a module holds for each of its events', () => {
    const [trigger] = loadManifest(FIXTURE).triggers;
    expect(trigger?.events.map((event) => event.filter.expression !== undefined)).toEqual([true]);
  });

  test.each([
    [
      '{ key: onTick, handler: index.onTick }',
      '{ key: other, handler: index.onTick }',
      /names the function onTick/,
    ],
    ['includes(i.field))', 'includes(i.field)', /trigger issue-events: expression/],
    ['range: [due]', 'range: [due, count]', /exactly one range attribute/],
    ['range: [due]', 'range: [extra]', /type any and cannot be indexed/],
    ['range: [due]', 'range: [missing]', /not an attribute/],
    [
      'interval: fiveMinute',
      'interval: fiveMinute\n    - { key: tick2, function: onTick, interval: fiveMinute }',
      /at most one scheduled trigger/,
    ],
    ['\n  function:', '\n  sql:\n    - { key: facts, engine: postgres }\n  function:', /mysql/],
    [
      '\n  function:',
      '\n  objectStore:\n    - { key: a, storageClass: standard }\n    - { key: b, storageClass: standard }\n  function:',
      /length/,
    ],
  ])('refuses %s → %s', (from, to, message) => {
    expect(changed(from, to)).toThrow(message);
  });
});
