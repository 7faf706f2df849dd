import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { parseExpression } from '../../local/forge/events/expression';
import { UNTRACKED_FIELDS } from '../../src/sla/engine/history/untracked-fields';

interface Manifest {
  readonly modules: {
    readonly trigger: readonly { readonly key: string; readonly filter?: { readonly expression?: string } }[];
  };
}

const { modules } = parse(readFileSync('manifest.yml', 'utf8')) as Manifest;
const source = modules.trigger.find(({ key }) => key === 'issue-updated')?.filter?.expression ?? '';
const isBilled = (...fields: readonly string[]): boolean =>
  parseExpression(source)({ changelog: { items: fields.map((field) => ({ field })) } });

describe('the filter of issue updates', () => {
  it.each(Object.entries(UNTRACKED_FIELDS))('lets a change of %s alone cost nothing', (_id, name) => {
    expect(isBilled(name)).toBe(false);
  });

  it('hears what clocks depend on, alone or beside such a field', () => {
    expect(isBilled('status')).toBe(true);
    expect(isBilled('summary', 'priority')).toBe(true);
    expect(isBilled('Story Points')).toBe(true);
  });
});
