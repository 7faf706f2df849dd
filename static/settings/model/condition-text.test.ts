import type { Condition } from '../../../src/sla/engine/model';
import { addTexts } from '../../shared/i18n';
import { cataloguesIn } from '../../shared/testing/catalogues';
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
  for (const texts of cataloguesIn('en').values()) addTexts('en', texts);
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
    expect(conditionText({ not: high }, catalog)).toBe('not (Priority is Highest or High)');
  });

  it('says that an empty group holds for everything', () => {
    expect(conditionText({ all: [] }, catalog)).toBe('all work items');
  });

  it('says that an empty choice of alternatives holds for nothing', () => {
    expect(conditionText({ any: [] }, catalog)).toBe('no work items');
  });
});
