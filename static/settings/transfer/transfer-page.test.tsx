import { errorIn } from '../../../src/kernel/finding';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { answer, invocations, payloadOf, resetBridge } from '../../shared/testing/bridge';
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
const imported = jest.fn();
const show = () =>
  render(<TransferPage definitions={definitionsOf()} catalog={fieldCatalog([], {})} onImported={imported} />);
const choose = async (text: string) => {
  const user = userEvent.setup();
  show();
  await user.upload(screen.getByLabelText('Configuration file'), file(text));
  return user;
};

beforeEach(() => {
  resetBridge();
  prepareSurface();
});

test('a file is looked at first and changes nothing until it is applied', async () => {
  answer('settings.import', () => outcome);
  const user = await choose('{"pledge":1,"sla":{"policy":{"schema":1}}}');
  expect(await screen.findByText('New: 2. Changed: 1. Unchanged: 30.')).toBeInTheDocument();
  expect(payloadOf('settings.import')).toMatchObject({ dryRun: true });
  await user.click(screen.getByRole('button', { name: 'Apply import' }));
  expect(await screen.findByText('Imported.')).toBeInTheDocument();
  expect(imported).toHaveBeenCalledTimes(1);
  expect(payloadOf('settings.import')).toEqual({
    document: { pledge: 1, sla: { policy: { schema: 1 } } },
    dryRun: false,
  });
});

test('what is wrong is told with its place, and can not be applied', async () => {
  const problem = errorIn('UNKNOWN_ZONE', 'policy', 'quiet.zone', { zone: 'Mars' });
  answer('settings.import', () => ({ ...outcome, problems: [problem] }));
  await choose('{}');
  expect(await screen.findByText('policy.quiet.zone')).toBeInTheDocument();
  expect(screen.getByText(/“Mars” is not a known time zone/)).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Apply import' })).not.toBeInTheDocument();
});

test('a file that is no JSON is told at once', async () => {
  await choose('not json');
  expect(await screen.findByText(/This file is not JSON/)).toBeInTheDocument();
  expect(invocations).toEqual([]);
});

test('it says what the file holds, and offers SLAs of other tools', async () => {
  show();
  expect(await screen.findByRole('heading', { name: 'Import SLAs from another tool' })).toBeInTheDocument();
  expect(screen.getByText(/notification settings/)).toBeInTheDocument();
});
