import { expect, it } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { draftOf } from '../../src/sla/definitions/domain/other-tools/draft.ts';
import { readForeignFile } from '../../src/sla/definitions/domain/other-tools/read-file.ts';
import { decodeText } from '../../static/shared/decode-text.ts';
import { caseBytes, casePath, withCases } from './cases.ts';

const names = {
  field: (name: string) => ({ priority: 'priority', status: 'status' })[name.toLowerCase()],
  value: (_: string, name: string) => name.toLowerCase(),
};

/** Each metric with its number of goals and what is told of them beyond the usual assumptions; or why the file is refused. */
const read = (folder: string, file: string): string => {
  const { text, encoding, isGuess } = decodeText(caseBytes(folder, file));
  const found = readForeignFile(text);
  if ('fault' in found) return [found.fault, found.line].filter((each) => each !== undefined).join(' ');
  let n = 0;
  const draft = draftOf(found.rows, { names, calendars: [], newId: () => `new-${n++}` });
  const metrics = draft.metrics.map(({ metric, notes }) => {
    const told = notes
      .filter(({ kind, code }) => kind === 'lost' && code !== 'NO_GOAL')
      .map(({ code }) => code);
    return [metric.name.en.slice(0, 30), metric.goals.length, ...told].join(' ');
  });
  const shown = metrics.length > 20 ? [`${metrics.length} metrics`] : metrics;
  return [...shown, ...(isGuess ? [encoding] : [])].join('; ');
};

const READ: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  csv: {
    '02-excel-sep-line.csv': 'Resolution 1',
    '03-leading-blank-line-semicolon.csv': 'Resolution 1',
    '05-cr-only.csv': 'Resolution 1; Reply 1',
    '06-unclosed-quote.csv': 'unclosedQuote 2',
    '08-hours-forms.csv': 'A 1; B 1; C 1; D 1; E 1; F 1; G 1; H 0 HOURS_UNKNOWN',
    '12-utf16.csv': 'Resolution 1',
    '13-cp1252.csv': 'Lösungszeit 1; windows-1252',
  },
  'held/csv': {
    '01-bom-semicolon-quotes.csv': 'Resolution 2',
    '04-tabs.csv': 'Resolution 1',
    '09-target-forms.csv':
      'A 1; B 0 TARGET_UNKNOWN; C 0 TARGET_UNKNOWN; D 0 TARGET_UNKNOWN; E 1; F 1; G 0 TARGET_UNKNOWN; H 0 TARGET_UNKNOWN; I 0 TARGET_UNKNOWN; J 0 TARGET_UNKNOWN; K 1; L 0 TARGET_UNKNOWN; M 1; N 1; O 1; P 1; Q 1; R 0 TARGET_UNKNOWN',
    '10-conditions.csv':
      'A 1; a 1; B 0 CONDITION_SYNTAX; C 0 CONDITION_FIELD; D 0 CONDITION_FIELD; E 0 CONDITION_FIELD; F 1; G 0 CONDITION_SYNTAX; H 0 CONDITION_FIELD; I 0 CONDITION_SYNTAX; J 1',
    '11-other-header.csv': 'noMetricColumn',
    '14-501-rows.csv': 'tooManyRows',
    '15-headers-dup.csv': 'A 1',
    '16-formula.csv': '=HYPERLINK("http://x") 1; <b>x</b> 1',
    '17-long-name.csv': 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx 1',
  },
};

withCases('files of SLAs')('a file of SLAs', () => {
  it.each(Object.entries(READ))('of %s becomes these metrics', (folder, files) => {
    const there = readdirSync(casePath(folder)).sort();
    expect(Object.fromEntries(there.map((name) => [name, read(folder, name)]))).toEqual(files);
  });
});
