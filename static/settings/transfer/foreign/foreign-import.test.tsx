import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { calendarOf, definitionsOf, HOUR, is } from '../../../../src/sla/engine/testing/build';
import { answer, answerProduct, invocations, payloadOf, resetBridge } from '../../../shared/testing/bridge';
import { prepareSurface } from '../../../shared/testing/surface';
import { NOTE_CODES } from '../../../../src/sla/definitions/domain/other-tools/model';
import { hasText } from '../../../shared/i18n';
import { fieldCatalog } from '../../model/field-catalog';
import { ForeignImport } from './foreign-import';

jest.mock('@forge/bridge', (): unknown => jest.requireActual('../../../shared/testing/bridge'));

const catalog = fieldCatalog(
  [{ value: 'priority', label: 'Priority' }],
  {
    priority: [{ value: '1', label: 'Highest' }],
    projectId: [{ value: '10000', label: 'Support' }],
  },
  { '10000': 'HELP' },
);
const outcome = { created: 1, updated: 0, unchanged: 0, problems: [] as object[] };
const taken = jest.fn();
const show = () => {
  render(
    <ForeignImport
      definitions={definitionsOf([], { calendars: [calendarOf()] })}
      catalog={catalog}
      onTaken={taken}
    />,
  );
  return userEvent.setup();
};
const file = (text: string) =>
  Object.assign(new File([text], 'slas.csv', { type: 'text/csv' }), { text: () => Promise.resolve(text) });
const sent = (section: string) =>
  invocations.flatMap(({ payload }) => (payload['section'] === section ? [payload['members']] : [])).at(-1);

beforeEach(() => {
  resetBridge();
  prepareSurface();
  taken.mockClear();
});

test('a file is shown as a draft with what is missing; what is chosen is checked, then imported switched off', async () => {
  answer('settings.stageImport', () => ({}));
  answer('settings.import', () => outcome);
  const user = show();
  await user.upload(
    screen.getByLabelText('File with SLAs (CSV or JSON)'),
    file(
      'metric,space,start,stop,condition,target\nReply,HELP,created,agent comments,Priority = Highest,2h\nFix,,,,severity = 1,4h\nOld,HELP,created,resolved,,1d',
    ),
  );
  expect(await screen.findByText(/: 2 h$/)).toHaveTextContent(/Highest: 2 h/);
  expect(screen.getAllByText('24×7')).not.toHaveLength(0);
  expect(screen.getByText(/Jira has no single field “severity”/)).toBeVisible();
  expect(screen.getByRole('checkbox', { name: 'Fix' })).toBeDisabled();
  expect(screen.getByRole('button', { name: 'Import 2 SLAs' })).toBeDisabled();
  await user.click(screen.getByRole('checkbox', { name: 'Old' }));
  await user.click(screen.getByRole('button', { name: 'Check what it would add' }));
  expect(await screen.findByText('New: 1. Changed: 0. Unchanged: 0.')).toBeVisible();
  expect(payloadOf('settings.import')).toMatchObject({ dryRun: true });
  await user.click(screen.getByRole('button', { name: 'Import 1 SLA' }));
  expect(await screen.findByText(/1 SLA was imported, switched off/)).toBeVisible();
  expect(sent('metric')).toMatchObject([
    {
      name: { en: 'Reply' },
      active: false,
      scope: is('projectId', '10000'),
      goals: [{ target: { ms: 2 * HOUR } }],
    },
  ]);
  expect(taken).toHaveBeenCalledTimes(1);
});

test('what Jira Service Management tells of requests becomes a draft, with what it does not tell', async () => {
  const fields = { priority: { id: '1' }, issuetype: { id: '7' }, project: { id: '10000' } };
  answerProduct('/search/jql', { issues: [{ id: '1', fields }] });
  const goalDuration = { millis: 4 * HOUR };
  answerProduct('/request/1/sla', {
    values: [{ name: 'Time to resolution', completedCycles: [], ongoingCycle: { goalDuration } }],
  });
  const user = show();
  await user.type(
    screen.getByLabelText('Requests of Jira Service Management (JQL)'),
    'project = HELP{Enter}',
  );
  expect(await screen.findByText(/1 work item checked, 1 with SLAs/)).toBeVisible();
  expect(screen.getByText(/: 4 h$/)).toBeVisible();
  expect(screen.getByText(/Jira tells neither what starts, pauses and stops it/)).toBeVisible();
  expect(invocations).toEqual([]);
});

test('a query that finds no requests, or that Jira refuses, says so', async () => {
  answerProduct('/search/jql', { issues: [] });
  const user = show();
  await user.type(screen.getByLabelText('Requests of Jira Service Management (JQL)'), 'x{Enter}');
  expect(await screen.findByText('The query finds no work items.')).toBeVisible();
  answerProduct('/search/jql', {}, 400);
  await user.click(screen.getByRole('button', { name: 'Read SLAs' }));
  expect(await screen.findByText(/Jira does not understand this query/)).toBeVisible();
});

test('a file of something else is told at once', async () => {
  const user = show();
  await user.upload(screen.getByLabelText('File with SLAs (CSV or JSON)'), file('a,b\n1,2'));
  expect(await screen.findByText(/has no column named metric/)).toBeVisible();
});

test.each(NOTE_CODES)('the note %s has a sentence', (code) => {
  expect(hasText(`settings.foreign.note.${code}`)).toBe(true);
});

test('a quote that is never closed is told with its line', async () => {
  const user = show();
  await user.upload(
    screen.getByLabelText('File with SLAs (CSV or JSON)'),
    file('metric,pause,target\nA,,1h\nB,"on hold,4h\nC,,2h'),
  );
  expect(await screen.findByText(/quote in line 3 is never closed/)).toBeVisible();
});

test('a file that does not say how its letters are encoded is read, told, and can be read in another way', async () => {
  const user = show();
  const bytes = Uint8Array.from([...Buffer.from('metric;target\nL'), 0xf6, ...Buffer.from('sung;4h')]);
  await user.upload(screen.getByLabelText('File with SLAs (CSV or JSON)'), new File([bytes], 'slas.csv'));
  expect(await screen.findByText('Lösung')).toBeVisible();
  expect(screen.getByLabelText('Encoding')).toHaveValue('windows-1252');
  await user.selectOptions(screen.getByLabelText('Encoding'), 'windows-1251');
  expect(await screen.findByText('Lцsung')).toBeVisible();
});
