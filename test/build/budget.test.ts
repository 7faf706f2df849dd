/** What a screen makes people load before it shows anything, held by a test. */
import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  askingBytes,
  ASKING_KB,
  BUDGETS_KB,
  BUILD,
  closureBytes,
  filesOf,
  filesReached,
  gzipped,
  KB,
  manifest,
  STYLESHEET_KB,
  stylesheets,
} from './closure';

describe('the size of the screens', () => {
  it('has a budget for every entry', () => {
    const entries = Object.entries(manifest()).filter(([, chunk]) => chunk.isEntry);
    expect(entries.map(([name]) => name).sort()).toEqual(Object.keys(BUDGETS_KB).sort());
  });

  it.each(Object.entries(BUDGETS_KB))('loads %s within %d kB of scripts', (entry, budgetKb) => {
    const bytes = closureBytes(entry);
    expect(bytes / KB).toBeGreaterThan(10);
    expect(bytes / KB).toBeLessThanOrEqual(budgetKb);
  });

  it('asks for the home before all that draws it is there', () => {
    const bytes = askingBytes('portal.html');
    expect(bytes / KB).toBeGreaterThan(5);
    expect(bytes / KB).toBeLessThanOrEqual(ASKING_KB);
    expect(closureBytes('portal.html')).toBeGreaterThan(4 * bytes);
  });

  it('names the files of the home in its page, so that none is found late', () => {
    const page = readFileSync(join(BUILD, 'portal.html'), 'utf8');
    const missing = filesOf('portal.html').filter((file) => !page.includes(file));
    expect(missing).toEqual([]);
  });

  it.each(Object.keys(BUDGETS_KB))(
    'lets only %s draw what it is for, whatever it loads of other screens',
    (entry) => {
      const titles = filesReached(entry).flatMap((file) =>
        [...readFileSync(join(BUILD, file), 'utf8').matchAll(/\btitle:["'`]([\w.]+)["'`],texts:/g)].map(
          ([, title]) => title,
        ),
      );
      expect(titles).toHaveLength(1);
    },
  );

  it('shares one stylesheet of at most 30 kB', () => {
    const all = stylesheets();
    expect(all).toHaveLength(1);
    expect(all.reduce((sum, file) => sum + gzipped(file), 0) / KB).toBeLessThanOrEqual(STYLESHEET_KB);
  });

  it('refers to everything by a relative path, as Forge serves it from anywhere', () => {
    for (const entry of Object.keys(BUDGETS_KB)) {
      const html = readFileSync(join(BUILD, entry), 'utf8');
      const paths = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1]);
      expect(paths.length).toBeGreaterThan(0);
      expect(paths.filter((path) => !path?.startsWith('./'))).toEqual([]);
    }
  });
});
