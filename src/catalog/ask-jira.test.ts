import { JiraRefused, JiraUnavailable } from '../kernel/errors';
import { createFields } from '../platform/jira/issues/create-fields';
import { missingIssues } from '../platform/jira/issues/missing-issues';
import { peopleGone } from '../platform/jira/people/people';
import { heldStatuses } from '../platform/jira/projects/held-statuses';
import { requestTypesOf } from '../platform/jira/projects/request-types';
import { statusesByType } from '../platform/jira/projects/type-statuses';
import { content } from '../../test/support/samples';
import { askJira, askJiraBriefly } from './ask-jira';

jest.mock('../platform/jira/issues/create-fields');
jest.mock('../platform/jira/issues/missing-issues');
jest.mock('../platform/jira/people/people');
jest.mock('../platform/jira/projects/held-statuses');
jest.mock('../platform/jira/projects/request-types');
jest.mock('../platform/jira/projects/type-statuses');

const NOTHING = { gone: new Set(), missing: new Set(), held: new Map(), statusIds: null };
const screens = jest.mocked(createFields);
const at = (issueTypeId: string) => content({ fulfilment: { ...content().fulfilment, issueTypeId } });

beforeEach(() => {
  screens.mockReset().mockResolvedValue([]);
  jest.mocked(missingIssues).mockReset().mockResolvedValue(new Set());
  jest.mocked(peopleGone).mockReset().mockResolvedValue(new Set());
  jest
    .mocked(statusesByType)
    .mockReset()
    .mockResolvedValue(new Map([['1', new Set(['9'])]]));
});

it('asks once for each space and each of its types', async () => {
  const of = await askJira([at('1'), at('1'), at('2'), at('')]);
  expect(screens.mock.calls).toEqual([
    ['10000', '1'],
    ['10000', '2'],
  ]);
  expect(statusesByType).toHaveBeenCalledTimes(1);
  expect(of(at('1'))).toEqual({ ...NOTHING, statusIds: new Set(['9']), screen: [] });
  expect(of(at(''))).toEqual(NOTHING);
});

it.each([
  [new JiraRefused(404, []), 'none'],
  [new JiraRefused(400, []), 'none'],
  [new JiraRefused(403, []), undefined],
  [new JiraUnavailable('It answered 503.'), undefined],
])('takes only a definite no for one: %s', async (error, screen) => {
  screens.mockRejectedValue(error);
  expect((await askJira([at('1')]))(at('1')).screen).toBe(screen);
});

it('leaves open what Jira has not said in time', async () => {
  jest.useFakeTimers();
  screens.mockReturnValue(new Promise(() => undefined));
  const asked = askJiraBriefly([at('1')]);
  await jest.advanceTimersByTimeAsync(6_000);
  expect((await asked)(at('1'))).toEqual(NOTHING);
  jest.useRealTimers();
});

it('puts the request types of the work type where other fields have their values, and asks which statuses are held', async () => {
  const requestType = {
    fieldId: 'customfield_10010',
    name: 'Request Type',
    required: false,
    hasDefaultValue: false,
    schema: { type: 'sd-customerrequesttype', custom: 'com.atlassian.servicedesk:vp-origin' },
  };
  screens.mockResolvedValue([requestType]);
  const help = { id: '21', name: 'Get help', issueTypeId: '1' };
  jest.mocked(requestTypesOf).mockResolvedValue([help, { ...help, id: '22', issueTypeId: '2' }]);
  jest.mocked(heldStatuses).mockResolvedValue(new Map([['7', 'held']]));
  const item = {
    ...at('1'),
    approvals: [{ approvers: ['maria'], rule: 'all', waitingStatusId: '7' } as const],
  };
  expect((await askJira([item]))(item)).toMatchObject({
    held: new Map([['7', 'held']]),
    screen: [{ fieldId: 'customfield_10010', allowedValues: [help] }],
  });
  expect(jest.mocked(heldStatuses)).toHaveBeenCalledWith({ projectId: '10000', issueTypeId: '1' }, ['7']);
});

it('asks for the work item that all stand under by its key', async () => {
  const parent = (value: string) => ({ jiraField: 'parent', source: { kind: 'constant', value } as const });
  const under = (value: string) =>
    content({ fulfilment: { ...content().fulfilment, mappings: [parent(value)] } });
  await askJira([under('IT-1'), under('no key')]);
  expect(jest.mocked(missingIssues)).toHaveBeenCalledWith(['IT-1']);
});
