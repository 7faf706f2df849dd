/** One word for one thing on every screen, in both languages: docs/admin-guide.md and the contributor guide use the same. */
import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');

/** A word, whole or as the beginning of one; `\b` knows no Cyrillic letters. */
const word = (pattern: string): RegExp => new RegExp(`(?<![\\p{L}\\d])(?:${pattern})(?!\\p{L})`, 'iu');
const stem = (pattern: string): RegExp => new RegExp(`(?<![\\p{L}\\d])(?:${pattern})`, 'iu');

interface Taboo {
  readonly never: RegExp;
  readonly instead: string;
}

const ENGLISH: readonly Taboo[] = [
  { never: word('(?<!around the )clocks?'), instead: 'SLA; “wall time”, “around the clock” for time itself' },
  { never: word('metrics?'), instead: 'SLA' },
  { never: word('projects?'), instead: 'space' },
  { never: word('issues?'), instead: 'work item' },
  { never: word('bd|business days?'), instead: 'working day' },
  { never: word('go(es)? on|went on'), instead: 'resume, continue' },
  { never: stem('mend'), instead: 'fix' },
  { never: stem('excus'), instead: 'exclude from reports' },
  {
    never: word('passed over|time round|worth a look|take over'),
    instead: 'didn’t match, cycle, warnings, import',
  },
  { never: word('(some|no|every|any)body'), instead: 'someone, no one, everyone' },
  { never: word('may not (see|read|browse)'), instead: 'don’t have access to' },
  { never: word('order(ed|ing)? (it|for)'), instead: 'request' },
  { never: /["«»]/, instead: '“ ”' },
];

const RUSSIAN: readonly Taboo[] = [
  { never: stem('таймер'), instead: 'SLA, отсчёт' },
  {
    never: stem('час(ы|ов|ам|ами|ах)? (sla|идут|стоят|встают|наруш)|идущи[ех] час'),
    instead: 'SLA, отсчёт SLA',
  },
  { never: stem('метрик|показател'), instead: 'SLA' },
  { never: stem('проект'), instead: 'пространство' },
  { never: word('рд|р\\. ?д\\.|раб\\. дней'), instead: 'раб. дн.' },
  { never: stem('прост(ить|ено)|извин|уважительн'), instead: 'исключить из статистики' },
  { never: stem('продолж(ается|ить), когда'), instead: 'возобновить' },
  { never: stem('мои(х)? запрос|автор запроса|создание запроса'), instead: 'заявка, задача' },
  { never: stem('заказ'), instead: 'заявка' },
  { never: word('ваш ход'), instead: 'ждём вашего ответа' },
  { never: stem('проигрыва'), instead: 'пересчитывает' },
  { never: /["“”]/, instead: '« »' },
];

/** Keys that may say such a word, each with its reason. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'settings.simulator.placeholder': 'a JQL query, which says project',
  'settings.form.jqlHelp': 'a JQL query, which says project',
  'settings.foreign.fileHint': 'names the columns of a file',
  'settings.foreign.fault.noMetricColumn': 'names a column of a file',
  'settings.agreement.affectsHint.none': 'an excuse in the ordinary sense',
  'settings.level.property': 'Jira calls it an issue property',
  'error.APPROVAL_OVER': 'work that went on is no SLA',
};

type Texts = { readonly [key: string]: string | Texts };

const flat = (texts: Texts, path = ''): readonly (readonly [string, string])[] =>
  Object.entries(texts).flatMap(([key, text]) =>
    typeof text === 'string' ? [[path + key, text] as const] : flat(text, `${path}${key}.`),
  );

/** A message without its placeholders and the keywords of its plurals: what people read. */
const read = (text: string): string =>
  text.replace(/\{\w+(, (plural|select),)?/g, ' ').replace(/\b(one|few|many|other|=0) \{/g, ' ');

const textsIn = (language: 'en' | 'ru'): readonly (readonly [string, string])[] =>
  ['src', 'static', 'locales'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => new RegExp(`(^|/)${language}(-[A-Z]+)?\\.json$`).test(name))
      .filter((name) => !/node_modules|^build\//.test(name))
      .flatMap((name) => flat(JSON.parse(readFileSync(join(ROOT, folder, name), 'utf8')) as Texts)),
  );

const found = (language: 'en' | 'ru', taboos: readonly Taboo[]) =>
  textsIn(language).flatMap(([key, text]) =>
    taboos
      .filter(({ never }) => never.test(read(text)))
      .map(({ instead }) => ({ key, text, instead }))
      .filter(() => EXCEPTIONS[key] === undefined),
  );

describe('the words of the screens', () => {
  it('are there to be looked at', () => {
    expect(textsIn('en').length).toBeGreaterThan(1_800);
    expect(textsIn('ru').length).toBe(textsIn('en').length);
  });

  it('call one thing by one word in English', () => {
    expect(found('en', ENGLISH)).toEqual([]);
  });

  it('call one thing by one word in Russian', () => {
    expect(found('ru', RUSSIAN)).toEqual([]);
  });

  it('need every exception that is named', () => {
    const texts = new Map(textsIn('en'));
    const needless = Object.keys(EXCEPTIONS).filter(
      (key) => !ENGLISH.some(({ never }) => never.test(read(texts.get(key) ?? ''))),
    );
    expect(needless).toEqual([]);
  });
});
