/** Sending a form whose answers hang on what the app knows of whom it is for, whatever a browser says. */
import { alice, form, NOW, requestWorld, token } from '../../../test/support/request-world';
import { field, published } from '../../../test/support/samples';
import type { Answers, FormField, FormRule } from '../../catalog/domain/model';
import { compileCalendar } from '../../sla/engine';
import { readRequest } from '../records/store';
import { submit } from './submit';
import type { SubmitPorts } from './submission';

beforeEach(() => {
  for (const level of ['info', 'warn', 'error'] as const)
    jest.spyOn(console, level).mockImplementation(() => {});
});

describe('what is known of whom it is for', () => {
  const desk = field('desk', { visibleWhen: { field: '@place', op: 'is', value: 'Berlin' }, required: true });
  const who = field('who', { type: 'user' });
  const item = published({ form: [who, desk], onBehalf: { field: 'who', access: 'delegated' } });
  const factsOf: SubmitPorts['factsOf'] = async (_, { beneficiary }) =>
    beneficiary === 'boris' ? { '@place': 'Berlin' } : { '@place': null };

  it('is read by the server, whatever a browser claims, and is kept, but not written into the work item', async () => {
    const { issues, ports } = requestWorld(item, { factsOf });
    const claimed = form({ answers: { desk: '7', '@place': 'Berlin' } });
    await submit(claimed, alice(), ports);
    expect((await readRequest(token))?.answers).toEqual({ '@place': null });
    expect(issues[0]?.property.answers).toEqual({});
  });

  it('is that of the person the form names, and an answer it asks for is missed', async () => {
    const { issues, ports } = requestWorld(item, { factsOf });
    await expect(submit(form({ answers: { who: 'boris' } }), alice(), ports)).rejects.toMatchObject({
      fields: [expect.objectContaining({ at: 'desk', code: 'required' })],
    });
    const told = form({ answers: { who: 'boris', desk: '7' } });
    const first = await submit(told, alice(), ports);
    expect(await submit(told, alice(NOW + 1_000), { ...ports, factsOf: async () => ({}) })).toEqual(first);
    expect(issues).toHaveLength(1);
    expect(JSON.stringify(issues[0])).not.toContain('Berlin');
  });
});

it('the place of whom it is for fills a field, whatever a browser says it is', async () => {
  const { fulfilment } = published().content;
  const source = { kind: 'fact', fact: '@place', values: { Berlin: 'B', Rome: 'R' } } as const;
  const mappings = [{ jiraField: 'customfield_1', source }];
  const item = published({ form: [field('why')], fulfilment: { ...fulfilment, mappings } });
  const { issues, ports } = requestWorld(item, { factsOf: async () => ({ '@place': 'Berlin' }) });
  await submit(form({ answers: { why: 'Broken', '@place': 'Rome' } }), alice(), ports);
  expect(issues[0]?.fields['customfield_1']).toBe('B');
});

describe('a field that a rule makes read-only whatever is answered', () => {
  const readOnly = (field_: string) => ({
    id: 'r',
    name: 'Fixed',
    then: [{ do: 'readOnly' as const, field: field_ }],
  });
  const centre = field('centre', { default: { kind: 'requester', what: 'costCentre' } });
  const item = published({ form: [centre, field('why')], rules: [readOnly('centre')] });
  const aboutRequester: SubmitPorts['aboutRequester'] = async () => ({ costCentre: '2000' });

  it('holds what the app knows, whatever a direct call sends', async () => {
    const { ports } = requestWorld(item, { aboutRequester });
    await submit(form({ answers: { centre: '9999', why: 'Broken' } }), alice(), ports);
    expect((await readRequest(token))?.answers).toEqual({ centre: '2000', why: 'Broken' });
  });

  it('is left to who asks where the app knows nothing', async () => {
    const { ports } = requestWorld(item, { aboutRequester: async () => ({}) });
    await submit(form({ answers: { centre: '2100' } }), alice(), ports);
    expect((await readRequest(token))?.answers).toEqual({ centre: '2100' });
  });
});

describe('a field that a rule makes read-only for some answers', () => {
  const staff = { field: 'kind', op: 'is', value: 'staff' } as const;
  const inCase = (id: string): FormRule => ({
    id,
    name: id,
    when: staff,
    then: [{ do: 'readOnly', field: id }],
  });
  const itemOf = (fixed: FormField) =>
    published({ form: [field('kind'), fixed], rules: [inCase(fixed.id)], promise: {} });
  const sent = async (fixed: FormField, answers: Answers, over: Partial<SubmitPorts> = {}) => {
    const { ports } = requestWorld(itemOf(fixed), over);
    await submit(form({ answers }), alice(), ports);
    return (await readRequest(token))?.answers[fixed.id];
  };

  it('holds what it starts with for these answers, and what is typed for all others', async () => {
    const level = field('level', { default: { kind: 'static', value: 'basic' } });
    expect(await sent(level, { kind: 'staff', level: 'gold' })).toBe('basic');
    expect(await sent(level, { kind: 'guest', level: 'gold' })).toBe('gold');
  });

  it('holds what was answered last, where somebody has asked before', async () => {
    const desk = field('desk', { default: { kind: 'previous' } });
    const previousAnswers = async () => ({ desk: '4.12' });
    expect(await sent(desk, { kind: 'staff', desk: '1.1' }, { previousAnswers })).toBe('4.12');
    expect(await sent(desk, { kind: 'staff', desk: '1.1' }, { previousAnswers: async () => null })).toBe(
      '1.1',
    );
  });

  it('holds a date that is counted from today, wherever today begins', async () => {
    const due = field('due', { type: 'date', default: { kind: 'today', days: 2 } });
    // It is 10:00 UTC on 2 March: in some zone it is still the 1st, and in some just the 3rd.
    for (const day of ['2026-03-03', '2026-03-04', '2026-03-05'])
      expect(await sent(due, { kind: 'staff', due: day })).toBe(day);
    for (const day of ['2026-03-02', '2026-12-24'])
      expect(await sent(due, { kind: 'staff', due: day })).toBe('2026-03-05');
    expect(await sent(due, { kind: 'guest', due: '2026-12-24' })).toBe('2026-12-24');
  });

  it('holds a date of working days on one of the calendars of the item', async () => {
    const due = field('due', { type: 'date', default: { kind: 'today', days: 1, working: true } });
    const calendar = compileCalendar(
      {
        ...{
          id: 'c',
          name: 'Thursdays',
          zone: 'Europe/Berlin',
          holidays: [],
          holidaySetIds: [],
          exceptions: [],
        },
        week: { thu: [['09:00', '17:00']] },
      },
      [],
    );
    const calendarsOf = async () => [calendar];
    const given = (day: string) => sent(due, { kind: 'staff', due: day }, { calendarsOf });
    expect(await given('2026-03-05')).toBe('2026-03-05');
    expect(await given('2026-03-19')).toBe('2026-03-12');
  });
});
