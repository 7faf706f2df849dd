import { errorIn } from '../../../src/kernel/finding';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { answer, invocations, payloadOf, refusal, resetBridge } from '../../shared/testing/bridge';
import { prepareSurface } from '../../shared/testing/surface';
import { definitionsOf } from '../../../src/sla/engine/testing/build';
import { fieldCatalog } from '../model/field-catalog';
import { TransferPage } from './transfer-page';

jest.mock('@forge/bridge', (): unknown => jest.requireActual('../../shared/testing/bridge'));

const outcome = { created: 2, updated: 1, unchanged: 30, problems: [] as object[] };
const file = (text: string) => {
  const made = new File([text], 'pledge-config.json', { type: 'application/json' });
  // jsdom's files have no text().
  return Object.assign(made, { text: () => Promise.resolve(text) });
};
const catalog = fieldCatalog(
  [
    { value: 'customfield_7', label: 'Team' },
    { value: 'customfield_8', label: 'Office' },
  ],
  {
    status: [
      { value: '1', label: 'Open' },
      { value: '9', label: 'Waiting' },
    ],
    project: [{ value: '10', label: 'Information technology' }],
  },
  { '10': 'IT' },
);
const imported = jest.fn();
const show = () =>
  render(<TransferPage definitions={definitionsOf()} catalog={catalog} onImported={imported} />);
const choose = async (document: object | string) => {
  const user = userEvent.setup();
  show();
  const text = typeof document === 'string' ? document : JSON.stringify(document);
  await user.upload(screen.getByLabelText('Configuration file'), file(text));
  return user;
};
const asked = () =>
  invocations.map(
    ({ name, payload }) =>
      name + (typeof payload['dryRun'] === 'boolean' ? ` ${String(payload['dryRun'])}` : ''),
  );
const display = (groupField: string) => ({ pledge: 1, sections: { display: [{ groupField }] } });
const sentMembers = (section: string) =>
  invocations
    .filter(({ payload }) => payload['section'] === section)
    .map(({ payload }) => payload['members']);

beforeEach(() => {
  resetBridge();
  prepareSurface();
  imported.mockClear();
  answer('settings.stageImport', () => ({}));
  answer('settings.import', () => outcome);
});

test('a file is looked at first and changes nothing until it is applied', async () => {
  const user = await choose({ pledge: 1, sections: { policy: [{ schema: 1 }] } });
  expect(await screen.findByText('New: 2. Changed: 1. Unchanged: 30.')).toBeInTheDocument();
  expect(asked()).toEqual(['settings.stageImport', 'settings.import true']);
  await user.click(screen.getByRole('button', { name: 'Apply import' }));
  expect(await screen.findByText('Imported.')).toBeInTheDocument();
  expect(imported).toHaveBeenCalledTimes(1);
  expect(payloadOf('settings.import')).toMatchObject({ parts: { policy: 1 }, from: 0, dryRun: false });
  expect(sentMembers('policy')).toEqual([[{ schema: 1 }]]);
});

test('what is wrong is told with its place, and can not be applied', async () => {
  const problem = errorIn('UNKNOWN_ZONE', 'policy', 'quiet.zone', { zone: 'Mars' });
  answer('settings.import', () => ({ ...outcome, problems: [problem] }));
  await choose({ pledge: 1, sections: {} });
  expect(await screen.findByText('policy.quiet.zone')).toBeInTheDocument();
  expect(screen.getByText(/“Mars” is not a known time zone/)).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Apply import' })).not.toBeInTheDocument();
});

test.each(['not json', '{}'])('a file that is no configuration is told at once: %s', async (text) => {
  await choose(text);
  expect(await screen.findByText(/This file is not JSON/)).toBeInTheDocument();
  expect(invocations).toEqual([]);
});

test('it says what the file holds, and offers SLAs of other tools', async () => {
  show();
  expect(await screen.findByRole('heading', { name: 'Import SLAs from another tool' })).toBeInTheDocument();
  expect(screen.getByText(/notification settings/)).toBeInTheDocument();
});

describe('a file of another site', () => {
  const names = [{ kind: 'field', id: 'customfield_1', name: 'Team' }];

  test('names what this site does not have, proposes what is called the same, and is sent with it', async () => {
    const user = await choose({ ...display('customfield_1'), names });
    const here = await screen.findByLabelText('What to use for Team');
    expect(here).toHaveDisplayValue('Team');
    expect(invocations).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Check with these' }));
    await screen.findByText(/^New: 2/);
    expect(sentMembers('display')).toMatchObject([[{ groupField: 'customfield_7' }]]);
  });

  test('takes what somebody chooses instead, or leaves it as it is', async () => {
    const user = await choose({ ...display('customfield_1'), names });
    const here = await screen.findByLabelText('What to use for Team');
    await user.selectOptions(here, 'Office');
    await user.click(screen.getByRole('button', { name: 'Check with these' }));
    await screen.findByText(/^New: 2/);
    await user.selectOptions(here, 'Leave as it is');
    expect(screen.queryByRole('button', { name: 'Apply import' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Check with these' }));
    await screen.findByText(/^New: 2/);
    expect(sentMembers('display')).toMatchObject([
      [{ groupField: 'customfield_8' }],
      [{ groupField: 'customfield_1' }],
    ]);
  });

  test('whose ids mean something else here is not taken at its ids', async () => {
    await choose({ ...display('customfield_8'), names: [{ ...names[0], id: 'customfield_8' }] });
    expect(await screen.findByLabelText('What to use for Team')).toHaveDisplayValue('Team');
  });

  test('is checked at once where everything it names is here', async () => {
    await choose({ ...display('customfield_7'), names: [{ ...names[0], id: 'customfield_7' }] });
    expect(await screen.findByText(/^New: 2/)).toBeInTheDocument();
    expect(screen.queryByText('In the file')).toBeNull();
  });
});

test('a large file goes in parts, and what broke off goes on where it stopped', async () => {
  const service = Array.from({ length: 5 }, (_, n) => ({ id: `s${n}`, text: 'x'.repeat(60_000) }));
  const user = await choose({ pledge: 1, sections: { service } });
  await screen.findByText(/^New: 2/);
  expect(sentMembers('service')).toHaveLength(3);
  answer('settings.import', ({ from }) =>
    from === 0 ? { ...outcome, next: 4 } : refusal({ code: 'STORAGE_BUSY', retryable: true }),
  );
  await user.click(screen.getByRole('button', { name: 'Apply import' }));
  expect(await screen.findByText(/The import was interrupted/)).toBeInTheDocument();
  expect(imported).not.toHaveBeenCalled();
  answer('settings.import', () => outcome);
  await user.click(screen.getByRole('button', { name: 'Continue the import' }));
  expect(await screen.findByText('Imported.')).toBeInTheDocument();
  expect(payloadOf('settings.import')).toMatchObject({ from: 4, dryRun: false });
  expect(screen.getByText('New: 4. Changed: 2. Unchanged: 60.')).toBeInTheDocument();
});

test('an export is put together from its parts, with the names of what it refers to', async () => {
  const parts: object[] = [];
  const made = jest.fn((blob: Blob) => {
    parts.push(blob);
    return 'blob:x';
  });
  Object.assign(URL, { createObjectURL: made, revokeObjectURL: () => undefined });
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  const texts = jest
    .spyOn(globalThis, 'Blob')
    .mockImplementation(((given: string[]) => ({ text: given[0] })) as never);
  answer('settings.export', ({ from }) =>
    from === undefined
      ? { sections: { display: [{ groupField: 'customfield_7' }] }, next: { section: 'item', at: 1 } }
      : { sections: { item: [] } },
  );
  const user = userEvent.setup();
  show();
  await user.click(screen.getByRole('button', { name: 'Download configuration' }));
  expect(await screen.findByText('Downloaded.')).toBeInTheDocument();
  texts.mockRestore();
  expect(JSON.parse((parts[0] as { text: string }).text)).toEqual({
    pledge: 1,
    sections: { display: [{ groupField: 'customfield_7' }], item: [] },
    names: [{ kind: 'field', id: 'customfield_7', name: 'Team' }],
  });
});

test('it speaks Russian', async () => {
  prepareSurface({ locale: 'ru' });
  show();
  expect(await screen.findByLabelText('Файл настроек')).toBeInTheDocument();
});
