import { JiraRefused, JiraUnavailable } from '../kernel/errors';
import { createFields } from '../platform/jira/issues/create-fields';
import { peopleGone } from '../platform/jira/people/people';
import { statusesByType } from '../platform/jira/projects/type-statuses';
import { content } from '../../test/support/samples';
import { askJira, askJiraBriefly } from './ask-jira';

jest.mock('../platform/jira/issues/create-fields');
jest.mock('../platform/jira/people/people');
jest.mock('../platform/jira/projects/type-statuses');

const screens = jest.mocked(createFields);
const at = (issueTypeId: string) => content({ fulfilment: { ...content().fulfilment, issueTypeId } });

beforeEach(() => {
  screens.mockReset().mockResolvedValue([]);
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
  expect(of(at('1'))).toEqual({ gone: new Set(), statusIds: new Set(['9']), screen: [] });
  expect(of(at(''))).toEqual({ gone: new Set(), statusIds: null });
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
  expect((await asked)(at('1'))).toEqual({ gone: new Set(), statusIds: null });
  jest.useRealTimers();
});
