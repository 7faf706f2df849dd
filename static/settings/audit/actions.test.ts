/** What the audit log can hold has words. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { categories, fieldSet, items, STRUCTURE_SECTIONS } from '../../../src/catalog/domain/sections';
import { person } from '../../../src/people/domain/person';
import { setups } from '../../../src/catalog/domain/setup';
import { agents, display, MEMBERS, metrics, policy } from '../../../src/sla/definitions/domain/sections';
import { cataloguesIn } from '../../shared/testing/catalogues';

const SRC = join(__dirname, '../../../src');
const ACTION = /\baction\b[^;]{0,80}?'((?:sla|catalog|request|settings)\.[\w.]+)'/g;

const written = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.ts$/.test(name) && !/\.test\.ts$/.test(name))
  .flatMap((name) =>
    [...readFileSync(join(SRC, name), 'utf8').matchAll(ACTION)].map(([, action = '']) => action),
  );

type Named = Pick<typeof agents, 'subject' | 'key'>;
const deeds = (sections: readonly Named[], ...names: readonly string[]): readonly string[] =>
  sections.flatMap(({ subject, key }) => names.map((name) => `${subject}.${key}.${name}`));

/** What is done to members of a section is named by itself: `<subject>.<key>.<deed>`. */
const ofSections = [
  ...deeds([...STRUCTURE_SECTIONS, items], 'created', 'saved'),
  ...deeds([items], 'published', 'retired'),
  ...deeds([categories, items, ...MEMBERS], 'deleted'),
  ...deeds([...MEMBERS, agents, display, policy, setups], 'saved'),
  ...deeds([metrics], 'retired'),
  ...deeds([person, fieldSet], 'created', 'saved', 'deleted', 'imported'),
];

const actions = [...written, ...ofSections];

test.each(['en', 'ru'] as const)('every action that is audited has words in %s', (locale) => {
  const texts = cataloguesIn(locale).get('static/settings/locales') ?? {};
  expect(actions.length).toBeGreaterThan(20);
  expect(actions.filter((action) => texts[`settings.audit.action.${action}`] === undefined)).toEqual([]);
});
