/** What the audit log can hold has words. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { STRUCTURE_SECTIONS } from '../../../src/catalog/domain/sections';
import { agents, display, MEMBERS, policy } from '../../../src/sla/definitions/domain/sections';
import { cataloguesIn } from '../../shared/testing/catalogues';

const SRC = join(__dirname, '../../../src');
const ACTION = /\baction\b[^;]{0,80}?'((?:sla|catalog|request|settings)\.[\w.]+)'/g;

const written = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.ts$/.test(name) && !/\.test\.ts$/.test(name))
  .flatMap((name) =>
    [...readFileSync(join(SRC, name), 'utf8').matchAll(ACTION)].map(([, action = '']) => action),
  );

/** What a section does to its members is named by itself: `<subject>.<key>.<deed>`. */
const ofSections = [...STRUCTURE_SECTIONS, ...MEMBERS, agents, display, policy].map(
  ({ subject, key }) => `${subject}.${key}.saved`,
);

const actions = [...written, ...ofSections];

test.each(['en', 'ru'] as const)('every action that is audited has words in %s', (locale) => {
  const texts = cataloguesIn(locale).get('static/settings/locales') ?? {};
  expect(actions.length).toBeGreaterThan(20);
  expect(actions.filter((action) => texts[`settings.audit.action.${action}`] === undefined)).toEqual([]);
});
