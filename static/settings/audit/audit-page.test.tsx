import { screen, waitFor } from '@testing-library/react';
import type { ShownAuditEntry } from '../../../src/settings/domain/answers';
import { definitionsOf, goalOf, metricOf } from '../../../src/sla/engine/testing/build';
import { answer, answerProduct, resetBridge } from '../../shared/testing/bridge';
import { prepareSurface } from '../../shared/testing/surface';
import { showPage } from '../testing/show-page';

jest.mock('@forge/bridge', () => jest.requireActual<object>('../../shared/testing/bridge'));

const entry: ShownAuditEntry = {
  id: '1',
  at: '2026-06-01T09:00:00.000Z',
  by: 'sergey',
  action: 'sla.metric.saved',
  subject: 'metric:m',
  subjectName: { en: 'Delivery' },
  changes: [{ path: 'metrics.m.goals.rest.target.ms', before: 14_400_000, after: 7_200_000 }],
};

beforeEach(() => {
  resetBridge();
  prepareSurface();
  answerProduct('/rest/api/3/user?', { accountId: 'sergey', displayName: 'Sergey Orlov' });
});

test('a change is told in words, with the names of what was changed', async () => {
  answer('settings.audit', () => ({ entries: [entry], names: {} }));
  const goals = [{ ...goalOf(2, undefined, 'rest'), name: 'Everything else' }];
  showPage('audit', { definitions: definitionsOf(metricOf({ goals })) });
  expect(await screen.findByText('Goals › Everything else › target: 4 h → 2 h')).toBeInTheDocument();
  expect(await screen.findByText('Sergey Orlov')).toBeInTheDocument();
});

test.each([
  ['en', 'Not known'],
  ['ru', 'Неизвестно'],
] as const)('says in %s that nobody is known to have done it', async (locale, words) => {
  prepareSurface({ locale });
  const { by: _, ...change } = entry;
  answer('settings.audit', () => ({ entries: [change], names: {} }));
  showPage('audit');
  expect(await screen.findByText(words)).toBeInTheDocument();
});

test('who may not read SLAs sees what was changed all the same', async () => {
  answer('settings.audit', () => ({ entries: [{ ...entry, changes: [], reason: 'a visit' }], names: {} }));
  showPage('audit');
  expect(await screen.findByText('a visit')).toBeInTheDocument();
});

test('a request made for somebody else names them, never by their account', async () => {
  answerProduct('/rest/api/3/user?accountId=alice', { accountId: 'alice', displayName: 'Alice Berger' });
  const changes = [{ path: 'beneficiary', before: 'sergey', after: 'alice' }];
  answer('settings.audit', () => ({
    entries: [{ ...entry, action: 'request.onBehalf', changes }],
    names: {},
  }));
  showPage('audit');
  expect(await screen.findByText('Who it is for: Alice Berger')).toBeInTheDocument();
});

test('what an item is made of is told by names: of its parts, of the catalog, of people', async () => {
  answerProduct('/rest/api/3/user?accountId=ingrid', {
    accountId: 'ingrid',
    displayName: 'Ingrid Lindqvist',
  });
  const changes = [
    { path: 'categoryIds.0', before: 'it', after: 'hardware' },
    { path: 'approvals.0.approvers.0', before: 'sergey', after: 'ingrid' },
    { path: '', after: { $large: 'object' as const, size: 9 } },
    // A text that was not written before and is not written now.
    { path: 'description', after: { en: '' } },
  ];
  const names = { hardware: { en: 'Devices' } };
  answer('settings.audit', () => ({
    entries: [{ ...entry, action: 'catalog.item.saved', changes }],
    names,
  }));
  showPage('audit');
  expect(await screen.findByText('Categories › 1: it → Devices')).toBeInTheDocument();
  await waitFor(() =>
    expect(screen.getAllByRole('listitem').at(-1)).toHaveTextContent(
      'Approval › 1 › Approvers › 1: Sergey Orlov → Ingrid Lindqvist',
    ),
  );
  expect(screen.getAllByRole('listitem')).toHaveLength(2);
});

test('a decision is told once, with its reason', async () => {
  const changes = [{ path: 'approval', before: 'pending', after: 'declined' }];
  const declined = { ...entry, action: 'request.declined', changes, reason: 'One is enough.' };
  answer('settings.audit', () => ({ entries: [declined], names: {} }));
  showPage('audit');
  expect(await screen.findByText('One is enough.')).toBeInTheDocument();
  expect(screen.queryByText(/pending/)).toBeNull();
});

test('what the reader may not browse is told without its name, and why', async () => {
  const { subjectName: _name, ...rest } = entry;
  const withheld = { ...rest, subject: 'issue', changes: [], withheld: true as const };
  answer('settings.audit', () => ({ entries: [{ ...withheld, action: 'sla.pause' }], names: {} }));
  showPage('audit');
  expect(await screen.findByText('SLA paused')).toBeInTheDocument();
  expect(screen.getByText('On a work item you don’t have access to')).toBeInTheDocument();
});

test('a Russian reader reads in Russian what was changed, what it undid, and what there is only one of', async () => {
  prepareSurface({ locale: 'ru' });
  const undone = { ...entry, action: 'sla.rolledBack', subjectName: { en: 'Delivery', ru: 'Исполнение' } };
  const { subjectName: _name, ...only } = {
    ...entry,
    id: '2',
    action: 'sla.display.saved',
    changes: [],
  };
  answer('settings.audit', () => ({ entries: [{ ...undone, undoes: 2, changes: [] }, only], names: {} }));
  showPage('audit');
  expect(await screen.findByText('Изменение SLA отменено: Исполнение')).toBeInTheDocument();
  expect(screen.getByText('Восстановлено состояние до версии 2.')).toBeInTheDocument();
  expect(screen.getByText('Отображение SLA сохранено')).toBeInTheDocument();
});
