import { AROUND, content, field } from '../../../../test/support/samples';
import { checkItem, type JiraSurroundings } from './check-item';
import type { Screen, ScreenField } from './check-screen';
import type { FieldMapping, FormField } from '../model';

const onScreen = (fieldId: string, over: Partial<ScreenField> = {}): ScreenField => ({
  fieldId,
  name: `The ${fieldId}`,
  required: false,
  hasDefaultValue: false,
  schema: { type: 'string' },
  ...over,
});
const LINE = { schema: { type: 'string', custom: 'com.atlassian.jira:textfield' } };
const LABELS = onScreen('labels', { schema: { type: 'array', items: 'string' } });

/** What is wrong with a form and its mappings where Jira's screen has these fields beside the labels. */
function wrong(
  mappings: readonly FieldMapping[],
  form: readonly FormField[],
  screen: Screen | null,
  also: Partial<JiraSurroundings> = {},
) {
  const { fulfilment } = content();
  const item = content({ form, fulfilment: { ...fulfilment, summary: 'New', mappings } });
  const jira = { gone: new Set<string>(), statusIds: null, ...(screen && { screen }), ...also };
  const around = { ...AROUND, jira };
  return checkItem(item, around).map(({ code, at, params }) => ({ code, at, params }));
}
const codes = (...given: Parameters<typeof wrong>) => wrong(...given).map(({ code }) => code);

const from = (question: string, jiraField = 'x', valueMap?: FieldMapping['valueMap']): FieldMapping => ({
  jiraField,
  source: { kind: 'answer', field: question },
  ...(valueMap && { valueMap }),
});
const options = ['a', 'b'].map((id) => ({ id, label: { en: id.toUpperCase(), ru: id.toUpperCase() } }));
const model = field('model', { type: 'choice', options, required: true });

describe('what Jira would refuse of a request', () => {
  it('is nothing while Jira can’t say, and all of it where nothing can be made', () => {
    expect(codes([from('why')], [field('why')], null)).toEqual([]);
    expect(codes([], [], 'none')).toEqual(['noProject']);
  });

  it('is a field that is not on the screen, the labels included', () => {
    expect(wrong([from('why')], [field('why')], [])).toMatchObject([
      { code: 'fieldNotOnScreen', at: 'fulfilment.x' },
      { code: 'fieldNotOnScreen', at: 'fulfilment.labels' },
    ]);
  });

  it('is a required field that nothing fills, unless Jira has a value for it', () => {
    const needed = onScreen('x', { required: true });
    expect(wrong([], [], [LABELS, needed])).toMatchObject([
      { code: 'requiredNotMapped', at: 'fulfilment.mappings', params: { field: 'The x' } },
    ]);
    expect(codes([], [], [LABELS, { ...needed, hasDefaultValue: true }])).toEqual([]);
    expect(codes([], [], [LABELS, onScreen('reporter', { required: true })])).toEqual([]);
  });

  it('is a required field whose question may be left out or hidden', () => {
    const screen = [LABELS, onScreen('x', { required: true })];
    const visibleWhen = { field: 'model', op: 'is', value: 'a' } as const;
    expect(codes([from('why')], [field('why', { required: true })], screen)).toEqual([]);
    expect(codes([from('why')], [field('why')], screen)).toEqual(['requiredMayBeMissed']);
    expect(codes([from('why')], [model, field('why', { required: true, visibleWhen })], screen)).toEqual([
      'requiredMayBeMissed',
    ]);
  });

  it('is a value that the field does not offer, and an option without a value', () => {
    const screen = [
      LABELS,
      onScreen('x', { schema: { type: 'option' }, allowedValues: [{ id: '1', value: 'One' }] }),
    ];
    expect(wrong([from('model', 'x', { a: '1', b: '2' })], [model], screen)).toMatchObject([
      { code: 'unknownValue', params: { field: 'The x', value: '2' } },
    ]);
    expect(wrong([from('model', 'x', { a: 'One' })], [model], screen)).toMatchObject([
      { code: 'unmappedOption', params: { option: { text: { en: 'B' } } } },
    ]);
    expect(codes([{ jiraField: 'x', source: { kind: 'constant', value: '3' } }], [], screen)).toEqual([
      'unknownValue',
    ]);
  });

  it('is a cell of a matrix that the field does not offer', () => {
    const source = { kind: 'matrix', rows: 'model', columns: 'blocked', values: { 'a:true': '9' } } as const;
    const screen = [
      LABELS,
      onScreen('priority', { schema: { type: 'priority' }, allowedValues: [{ id: '1' }] }),
    ];
    const form = [model, field('blocked', { type: 'yesNo' })];
    expect(codes([{ jiraField: 'priority', source }], form, screen)).toEqual(['unknownValue']);
    expect(
      codes(
        [{ jiraField: 'priority', source: { ...source, columns: 'why' } }],
        [...form, field('why')],
        null,
      ),
    ).toEqual(['matrixWithoutOptions']);
  });

  it.each([
    ['text', 'number', 'wrongKind'],
    ['text', 'date', 'wrongKind'],
    ['number', 'number', undefined],
    ['date', 'datetime', 'wrongKind'],
    ['dateTime', 'date', undefined],
    ['user', 'user', undefined],
    ['text', 'user', 'wrongKind'],
    ['choice', 'string', undefined],
    ['choice', 'number', 'wrongKind'],
    ['user', 'option', 'wrongKind'],
    ['text', 'sd-customerrequesttype', undefined],
  ] as const)('says of a question of type %s and a field of type %s: %s', (type, takes, code) => {
    const question = field('q', { type, ...(type === 'choice' && { options }) });
    const screen = [LABELS, onScreen('x', { schema: { type: takes } })];
    expect(codes([from('q')], [question], screen)).toEqual(code === undefined ? [] : [code]);
  });

  it('takes options for anything, each with a value', () => {
    const screen = [LABELS, onScreen('x', { schema: { type: 'user' } })];
    expect(codes([from('model', 'x', { a: 'ingrid', b: 'boris' })], [model], screen)).toEqual([]);
    expect(codes([from('model', 'x', { a: 'ingrid' })], [model], screen)).toEqual(['wrongKind']);
  });

  it('is several answers where a field takes one', () => {
    const several = field('q', { type: 'multiChoice', options });
    const one = onScreen('x', { schema: { type: 'option' } });
    const many = onScreen('x', { schema: { type: 'array', items: 'option' } });
    expect(codes([from('q')], [several], [LABELS, one])).toEqual(['severalIntoOne']);
    expect(codes([from('q')], [several], [LABELS, many])).toEqual([]);
  });

  it('is a text that may be longer than a field of one line', () => {
    const screen = [LABELS, onScreen('x', LINE)];
    const template = { jiraField: 'x', source: { kind: 'template', template: '{{field.long}}' } } as const;
    const long = field('long', { type: 'multiline' });
    expect(codes([from('long')], [long], screen)).toEqual(['mayBeTooLong']);
    expect(codes([template], [long], screen)).toEqual(['mayBeTooLong']);
    expect(codes([from('long')], [field('long', { type: 'multiline', maxLength: 255 })], screen)).toEqual([]);
  });
});

describe('what Service Management, security and parents ask for', () => {
  const requestType = onScreen('customfield_10010', {
    schema: { type: 'sd-customerrequesttype', custom: 'com.atlassian.servicedesk:vp-origin' },
    allowedValues: [{ id: '21', name: 'Get help' }],
  });
  const security = onScreen('security', {
    schema: { type: 'securitylevel' },
    allowedValues: [{ id: '10011', name: 'Confidential' }],
  });
  const fixed = (jiraField: string, value: string): FieldMapping => ({
    jiraField,
    source: { kind: 'constant', value },
  });

  it('is a request type of that work type, told where there is none', () => {
    expect(codes([], [], [LABELS, requestType])).toEqual(['noRequestType']);
    expect(codes([fixed('customfield_10010', '21')], [], [LABELS, requestType])).toEqual([]);
    expect(codes([fixed('customfield_10010', '22')], [], [LABELS, requestType])).toEqual(['unknownValue']);
  });

  it('is a level that the app is in and may set, fixed or by answer', () => {
    expect(codes([fixed('security', '10011')], [], [LABELS, security])).toEqual([]);
    expect(codes([fixed('security', '10012')], [], [LABELS, security])).toEqual(['unknownValue']);
    expect(codes([fixed('security', '10011')], [], [LABELS])).toEqual(['fieldNotOnScreen']);
    const byAnswer = from('model', 'security', { a: '10011' });
    expect(codes([byAnswer], [model], [LABELS, security])).toEqual(['unmappedOption']);
  });

  it('is the key of a work item that the app sees', () => {
    const screen = [LABELS, onScreen('parent', { schema: { type: 'issuelink' } })];
    expect(codes([fixed('parent', 'the epic')], [], screen)).toEqual(['notAKey']);
    expect(codes([fixed('parent', 'IT-1')], [], screen)).toEqual([]);
    expect(codes([fixed('parent', 'IT-1')], [], screen, { missing: new Set(['IT-1']) })).toEqual([
      'noParent',
    ]);
  });

  it.each([
    ['held', 'heldByService', 'error'],
    ['unseen', 'mayBeHeld', 'warning'],
  ] as const)(
    'is no status that the own approval of Service Management holds: %s',
    (hold, code, severity) => {
      const { fulfilment } = content();
      const approvals = [
        {
          approvers: ['maria'],
          rule: 'all' as const,
          waitingStatusId: '7',
          approvedToStatusId: '1',
          declinedToStatusId: '5',
        },
      ];
      const item = content({ approvals, fulfilment: { ...fulfilment, summary: 'New', mappings: [] } });
      const jira = { gone: new Set<string>(), statusIds: null, held: new Map([['7', hold]]) };
      const around = { ...AROUND, jira };
      expect(checkItem(item, around)).toMatchObject([{ code, severity, at: 'approvals.0.waitingStatusId' }]);
    },
  );
});

describe('a question that takes its options from a field of Jira', () => {
  const asked = field('size', { type: 'choice', jiraField: 'x' });
  const one = onScreen('x', { schema: { type: 'option' }, allowedValues: [{ id: '1', value: 'A' }] });

  it('fills that field as it is, and no other that has options of its own', () => {
    expect(codes([from('size')], [asked], [LABELS, one])).toEqual([]);
    const other = { ...one, fieldId: 'y' };
    expect(codes([from('size', 'y')], [asked], [LABELS, one, other])).toEqual(['optionsOfOther']);
    const day = onScreen('y', { schema: { type: 'date' } });
    expect(codes([from('size', 'y')], [asked], [LABELS, one, day])).toEqual(['wrongKind']);
  });

  it('needs the field on the screen with options, and says so at the question', () => {
    const unread = { code: 'optionsNotOnScreen', at: 'form.size.jiraField', params: { field: 'size' } };
    expect(wrong([], [asked], [LABELS])).toMatchObject([{ code: unread.code, at: unread.at }]);
    expect(codes([], [asked], [LABELS, onScreen('x')])).toEqual([unread.code]);
    expect(codes([], [{ ...asked, jiraField: '' }], null)).toEqual(['noOptionsField']);
  });
});
