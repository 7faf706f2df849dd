import { render, screen, waitFor } from '@testing-library/react';
import type { PackedCourse } from '../../../src/sla/engine/forecast/pack';
import { DEFAULT_DISPLAY } from '../../../src/sla/definitions/domain/display/schema';
import type { SlaDefinitions } from '../../../src/sla/engine/model';
import { at, definitionsOf, historyOf, metricOf, statusAt } from '../../../src/sla/engine/testing/build';
import { answer, answerProduct, invocations, requests, resetBridge } from '../../shared/testing/bridge';
import { prepareSurface } from '../../shared/testing/surface';
import { viewOfSource } from '../model/exact-view';
import { ForecastLine } from './forecast-line';
import { ForecastWhy } from './forecast-why';

jest.mock('@forge/bridge', (): unknown => jest.requireActual('../../shared/testing/bridge'));

/** Each test looks at another issue: what was read of one is kept while the page is open. */
let id = 100;
const started = [statusAt('2026-06-01T10:00', 'Open', 'Doing')];
/** Monday noon in Berlin: three hours of eight are gone, two of them in Doing. */
const NOON = at('2026-06-01T12:00');

function show(definitions: SlaDefinitions = definitionsOf(), now = NOON, facts = started): void {
  const source = {
    changelog: [],
    definitions,
    history: historyOf('2026-06-01T09:00', facts),
    names: { statuses: {}, goals: {} },
  };
  const view = viewOfSource(source, null, now);
  const [line] = view.lines;
  const told = line && view.toldOf(line);
  if (!line || !told) throw new Error('no line');
  const props = { line, told, issue: { id: String(id), key: `IT-${id}` } };
  render(
    <>
      <ForecastLine {...props} />
      <ForecastWhy {...props} />
    </>,
  );
}

const courses = (...hours: readonly number[]): readonly PackedCourse[] =>
  hours.map((each) => [
    'i:laptop',
    '8h',
    60 + each * 60,
    480,
    0,
    [
      ['Open', 0, 60],
      ['Doing', 60, each * 60],
    ],
  ]);
const learned = (...hours: readonly number[]): void =>
  answer('sla.forecastSample', () => ({
    sample: { key: 'i:laptop', learnedAt: 1, metrics: [{ id: 'm', courses: courses(...hours) }] },
  }));
const asked = (): readonly unknown[] => invocations.map(({ name, payload }) => [name, payload]);

beforeEach(() => {
  id += 1;
  resetBridge();
  localStorage.clear();
  prepareSurface({ accountId: 'ingrid', zone: 'UTC' });
  answerProduct(`/issue/${id}?`, {
    id: String(id),
    key: `IT-${id}`,
    fields: { issuetype: { id: '10001' } },
    properties: { 'pledge-request': { itemId: 'laptop' } },
  });
});

describe('the forecast of a clock', () => {
  it('says that it is likely to be breached, with how many, how much and how sure', async () => {
    learned(4, 9, 10, 11, 11, 12, 13, 14, 15);
    show();
    expect(await screen.findByText('Likely to breach.')).toBeInTheDocument();
    expect(screen.getByText(/^Half of/)).toHaveTextContent(
      'Half of 9 finished work items of the same kind took another 1 working day 1 h or more from here; 5 h is left. Confidence: low.',
    );
    expect(screen.getByText(/^Forecast: likely to breach/)).toHaveTextContent(
      'Of 9 finished work items of the same kind that got this far, 8 took longer than the 5 h left',
    );
  });

  it('is quiet about a clock that will be in time, but answers whoever asks why', async () => {
    learned(3, 3, 3, 4, 4, 4, 5, 9);
    show();
    expect(await screen.findByText(/^Forecast: in time/)).toHaveTextContent(
      '8 finished work items of the same kind that got this far, 1 took longer than the 5 h left. Half were done within another 2 h. Confidence: low.',
    );
    expect(screen.queryByText(/Likely/)).toBeNull();
  });

  it('is none while too little is known', async () => {
    learned(9, 9, 9);
    show();
    expect(
      await screen.findByText('Forecast: none. Fewer than 8 finished work items got this far.'),
    ).toBeInTheDocument();
  });

  it('does not exist for what is finished or late', async () => {
    learned(9, 9, 9, 9, 9, 9, 9, 9);
    show(definitionsOf(), at('2026-06-02T12:00'));
    show(definitionsOf(), NOON, [...started, statusAt('2026-06-01T11:00', 'Doing', 'Done')]);
    await waitFor(() => expect(invocations).toHaveLength(1));
    await Promise.resolve();
    expect(screen.queryByText(/Forecast|Likely/)).toBeNull();
  });

  it('asks nobody where forecasts are switched off', () => {
    show(definitionsOf(metricOf(), { display: { ...DEFAULT_DISPLAY, forecasts: false } }));
    expect(invocations).toEqual([]);
    expect(requests).toEqual([]);
  });

  it('is quiet when nobody answers', async () => {
    answerProduct(`/issue/${id}?`, {}, 503);
    show();
    await waitFor(() => expect(requests).toHaveLength(1));
    expect(screen.queryByText(/Forecast|Likely/)).toBeNull();
  });
});

describe('what it rests on', () => {
  const nextIssue = (): void => {
    answerProduct(`/issue/${id + 1}?`, {
      id: String(id + 1),
      key: `IT-${id + 1}`,
      fields: { issuetype: { id: '10001' } },
      properties: { 'pledge-request': { itemId: 'laptop' } },
    });
    id += 1;
  };

  it('is asked for once per kind of work item, whatever the issue', async () => {
    learned(9, 9, 9, 9, 9, 9, 9, 9);
    show();
    await screen.findByText('Likely to breach.');
    nextIssue();
    show();
    await waitFor(() => expect(screen.getAllByText('Likely to breach.')).toHaveLength(2));
    expect(asked()).toEqual([['sla.forecastSample', { issueId: String(id - 1) }]]);
  });

  it('is asked for again with other definitions, and after four hours', async () => {
    learned(9, 9, 9, 9, 9, 9, 9, 9);
    show();
    await screen.findByText('Likely to breach.');
    show(definitionsOf(metricOf(), { version: 2 }));
    await waitFor(() => expect(invocations).toHaveLength(2));
    const [kept] = JSON.parse(localStorage.getItem('pledge.sla-forecast') ?? '[]') as [{ at: number }];
    localStorage.setItem('pledge.sla-forecast', JSON.stringify([{ ...kept, at: kept.at - 4 * 3_600_000 }]));
    nextIssue();
    show(definitionsOf(metricOf(), { version: 2 }));
    await waitFor(() => expect(invocations).toHaveLength(3));
  });
});
