import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

interface Manifest {
  readonly modules: {
    readonly 'jira:adminPage': readonly { readonly useAsConfig?: boolean }[];
  };
}

describe('the admin page', () => {
  it("stands in the side bar of Jira's settings, where the guides send administrators", () => {
    const { modules } = parse(readFileSync('manifest.yml', 'utf8')) as Manifest;
    // A page used as configuration is left out of the side bar: it stands behind "Manage apps" only.
    expect(modules['jira:adminPage'].map(({ useAsConfig }) => useAsConfig ?? false)).toEqual([false]);
    for (const guide of ['docs/admin-guide.md', 'docs/operator-guide.md']) {
      expect(readFileSync(guide, 'utf8')).toContain('Jira settings → Apps → Pledge settings');
    }
  });
});
