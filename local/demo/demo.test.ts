import { describe, expect, it } from '@jest/globals';
import { findPerson } from '../forge/http/people';
import { applyItems } from './apply/catalog';
import { ARTICLES } from './articles/all';
import { storageFormat } from './articles/storage-format';
import { ITEM_SPECS } from './catalog/specs';
import { configDocument } from './config';
import { account } from './company/accounts';
import { STATUS } from './company/ids';
import { PEOPLE } from './company/people';
import { WORK } from './company/work';
import { pastIssues } from './history/issues';

const person = (one: (typeof PEOPLE)[number]) => ({ ...one, accountType: 'atlassian', active: true });
const NOW = Date.parse('2026-11-02T08:00:00Z');
const document = configDocument({ groupId: (name) => `group-${name}`, pageId: (id) => `page-${id}` });
const issues = pastIssues(NOW);
const lastOf = (steps: (typeof issues)[number]['steps'], field: string): unknown =>
  steps.reduce<unknown>((last, step) => (step.set && field in step.set ? step.set[field] : last), undefined);

describe('the demo configuration', () => {
  it('offers six items or more in each department', () => {
    for (const { key } of WORK.spaces) {
      expect(ITEM_SPECS.filter((spec) => spec.project === key).length).toBeGreaterThanOrEqual(6);
    }
  });

  it('makes its services of the templates of Get started, by the calls of their editors', async () => {
    expect(ITEM_SPECS.filter(({ template }) => template === undefined).map(({ id }) => id)).toEqual(
      expect.arrayContaining(['headset', 'parking', 'budget']),
    );
    expect(ITEM_SPECS.filter(({ template }) => template !== undefined)).toHaveLength(28);
    const calls: string[] = [];
    const note = async (key: string, payload: object): Promise<void> => {
      calls.push(`${key} ${'itemId' in payload ? String(payload.itemId) : ''}`);
    };
    await applyItems(note, document.sections, NOW);
    expect(calls.slice(0, 3)).toEqual([
      'settings.save ',
      'catalog.saveItem laptop',
      'catalog.publishItem laptop',
    ]);
    expect(calls).toHaveLength(1 + 2 * ITEM_SPECS.length);
  });

  it('says everything in English and Russian', () => {
    const texts: object[] = [];
    // What is left empty says nothing in any language.
    JSON.stringify(document, (_key, value: unknown) => {
      if (typeof value === 'object' && value !== null && 'en' in value && value.en !== '') texts.push(value);
      return value;
    });
    expect(texts.length).toBeGreaterThan(300);
    expect(texts.filter((text) => !('ru' in text))).toEqual([]);
  });

  it('finds a laptop in both languages', () => {
    const keywords = document.sections.item.find(({ id }) => id === 'laptop')?.content.keywords ?? [];
    expect(keywords).toEqual(expect.arrayContaining(['laptop', 'ноутбук']));
  });

  it('asks for conditions only on questions that come before', () => {
    for (const { form } of ITEM_SPECS) {
      form.forEach((field, index) => {
        const { visibleWhen } = field;
        if (!visibleWhen) return;
        expect(form.slice(0, index).map(({ id }) => id)).toContain(visibleWhen.field);
      });
    }
  });

  it('names only categories, services, articles and fields that exist', () => {
    const categories = new Set(document.sections.category.map(({ id }) => id));
    const services = new Set(document.sections.service.map(({ id }) => id));
    const articles = new Set(ARTICLES.map(({ id }) => id));
    const fields = new Set([...WORK.fields.map(({ id }) => id), 'priority']);
    for (const spec of ITEM_SPECS) {
      expect(spec.categories.filter((id) => !categories.has(id))).toEqual([]);
      expect(services.has(spec.service)).toBe(true);
      expect(spec.articles.filter((id) => !articles.has(id))).toEqual([]);
      expect(spec.mappings.filter(({ jiraField }) => !fields.has(jiraField))).toEqual([]);
    }
  });

  it('shows some items to managers only and asks Maria about a laptop', () => {
    const newcomer = document.sections.item.find(({ id }) => id === 'newcomer')?.content;
    const laptop = document.sections.item.find(({ id }) => id === 'laptop')?.content;
    expect(newcomer?.entitlement.availableFor.groups).toEqual(['group-managers']);
    expect(laptop?.approvals[0]?.approvers).toEqual([account('maria')]);
  });

  it('knows the holidays of both countries in both years', () => {
    const dates = document.sections.holidaySet.flatMap(({ holidays }) =>
      holidays.flatMap((holiday) => ('date' in holiday ? [holiday.date] : [])),
    );
    expect(dates).toEqual(expect.arrayContaining(['2026-04-03', '2027-03-26', '2026-01-08', '2027-05-10']));
  });
});

describe('the demo people', () => {
  it("have account ids of Atlassian's shape, each their own, the same each time", () => {
    const ids = PEOPLE.map(({ accountId }) => accountId);
    for (const id of ids)
      expect(id).toMatch(/^\d{6}:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(new Set(ids).size).toBe(PEOPLE.length);
    expect(ids[0]).toBe(account('alice'));
  });

  it('sign in with an e-mail or the name before its @, never with an id, whose colon ends the user name', () => {
    const people = { all: () => PEOPLE.map(person), get: () => undefined };
    expect(findPerson(people, 'alice')?.accountId).toBe(account('alice'));
    expect(findPerson(people, 'alice@example.com')?.accountId).toBe(account('alice'));
    expect(findPerson(people, '712020')).toBeUndefined();
    expect(findPerson(people, '')).toBeUndefined();
  });
});

describe('the demo articles', () => {
  it('are forty or more, eight or more of them Russian, some restricted', () => {
    expect(ARTICLES.length).toBeGreaterThanOrEqual(40);
    expect(ARTICLES.filter(({ title }) => /[а-я]/i.test(title)).length).toBeGreaterThanOrEqual(8);
    expect(ARTICLES.some(({ restrictedTo }) => restrictedTo !== undefined)).toBe(true);
  });

  it('show cards only of items there are', () => {
    const items = new Set(ITEM_SPECS.map(({ id }) => id));
    const shown = ARTICLES.flatMap(({ lines }) => lines.filter((line) => line.startsWith('@item ')));
    expect(shown.length).toBeGreaterThan(10);
    expect(shown.filter((line) => !items.has(line.slice(6)))).toEqual([]);
  });

  it('join neighbouring lines into lists and escape what is text', () => {
    expect(storageFormat(['a < b', '- x', '- y', '1. z'])).toBe(
      '<p>a &lt; b</p><ul><li><p>x</p></li><li><p>y</p></li></ul><ol><li><p>z</p></li></ol>',
    );
  });
});

describe('the demo requests', () => {
  it('are the same each time', () => {
    expect(pastIssues(NOW)).toEqual(issues);
  });

  it('are three hundred or more, about sixty of them open at every stage', () => {
    const open = issues.filter(({ steps }) => lastOf(steps, 'resolution') == null);
    const stages = new Set(open.map(({ steps }) => lastOf(steps, 'status') ?? STATUS.new));
    expect(issues.length).toBeGreaterThanOrEqual(360);
    expect(open.length).toBeGreaterThanOrEqual(50);
    expect([...stages]).toEqual(
      expect.arrayContaining([STATUS.new, STATUS.progress, STATUS.requester, STATUS.approval, STATUS.vendor]),
    );
  });

  it('happened before today, in order, and some were reopened', () => {
    for (const { createdAt, steps } of issues) {
      const times = [createdAt, ...steps.map(({ at }) => at)];
      expect([...times].sort((a, b) => a - b)).toEqual(times);
      expect(times.every((at) => Number.isInteger(at) && at < NOW)).toBe(true);
    }
    expect(issues.some(({ steps }) => steps.some(({ set }) => set?.['resolution'] === null))).toBe(true);
  });

  it('carry the property by which the app adopts them', () => {
    const ids = issues.map(
      ({ properties }) => properties['pledge-request'] as { requestId: string; itemId: string },
    );
    expect(new Set(ids.map(({ requestId }) => requestId)).size).toBe(issues.length);
    expect(ids.every(({ itemId }) => ITEM_SPECS.some(({ id }) => id === itemId))).toBe(true);
  });
});
