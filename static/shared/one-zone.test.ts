import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..');
/** Where the zone of the profile is taken, and where an instant is put into it. */
const HOME = ['shared/context.ts', 'shared/dates.ts'];

const sources = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/test\.tsx?$/.test(name) && !name.startsWith('build'))
  .filter((name) => !HOME.includes(name));

/** What would read the browser's zone: a format without a zone of its own, or the parts of a date there. */
const BROWSERS = [
  /Intl\.DateTimeFormat\((?![^;]{0,200}timeZone:)/,
  /resolvedOptions\(\)\.timeZone/,
  /toLocale(?:Date|Time)String/,
  /\.get(?:FullYear|Month|Date|Day|Hours|Minutes|TimezoneOffset)\(\)/,
];

describe('the screens', () => {
  it("tell times in the zone of the person's profile only, never in the browser's", () => {
    const strays = sources.filter((name) => {
      const text = readFileSync(join(ROOT, name), 'utf8');
      return BROWSERS.some((pattern) => pattern.test(text));
    });
    expect(strays).toEqual([]);
  });
});
