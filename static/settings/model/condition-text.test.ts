import type { Condition } from '../../../src/sla/domain/model';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addTexts } from '../../shared/i18n';
import { conditionText } from './condition-text';
import { fieldCatalog } from './field-catalog';

const catalog = fieldCatalog(
  [
    { value: 'priority', label: 'Priority' },
    { value: 'location', label: 'Location' },
  ],
  {
    priority: [
      { value: '2', label: 'High' },
      { value: '1', label: 'Highest' },
    ],
  },
);

const high: Condition = { field: 'priority', op: 'in', values: ['1', '2'] };
const located: Condition = { field: 'location', op: 'set' };

beforeAll(() => {
  const texts = readFileSync(join(__dirname, '../locales/en.json'), 'utf8');
  addTexts('en', JSON.parse(texts) as Record<string, string>);
});

describe('a condition in words', () => {
  it('names fields and values instead of ids', () => {
    expect(conditionText(high, catalog)).toBe('Priority is Highest or High');
  });

  it('joins with and, brackets a nested or', () => {
    expect(conditionText({ all: [located, { any: [high, located] }] }, catalog)).toBe(
      'Location is set and (Priority is Highest or High or Location is set)',
    );
  });

  it('shows an unknown field and value as they are', () => {
    expect(conditionText({ field: 'cf', op: 'in', values: ['7'] }, catalog)).toBe('cf is 7');
  });

  it('negates', () => {
    expect(conditionText({ not: high }, catalog)).toBe('not Priority is Highest or High');
  });

  it('says that an empty group holds for everything', () => {
    expect(conditionText({ all: [] }, catalog)).toBe('all work items');
  });
});
