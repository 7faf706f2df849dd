import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { RequestView } from '../../../src/requests/domain/answers';
import { RequestFailed } from '../../shared/api';
import { answer, invocations, payloadOf, refusal, resetBridge } from '../../shared/testing/bridge';
import { prepareSurface } from '../../shared/testing/surface';
import { At } from '../../kit/testing/at';
import { uploadFile } from '../form/inputs/upload-file';
import { Messages } from '../requests/messages';
import { requestOf } from '../testing/samples';
import { RequestFiles } from './request-files';

jest.mock('@forge/bridge', (): unknown => jest.requireActual('../../shared/testing/bridge'));
jest.mock('../form/inputs/upload-file');

const upload = jest.mocked(uploadFile);
const changed = jest.fn<void, [RequestView]>();
const file = (name: string): File => new File(['abc'], name, { type: 'application/pdf' });
const proof = { id: 'proof', label: { en: 'Certificate' }, kinds: ['pdf' as const], max: 1 };
const taking = (more: Partial<NonNullable<RequestView['adding']>> = {}) =>
  requestOf({ adding: { room: 60, questions: [], ...more } });

function show(request: RequestView) {
  const { container } = render(
    <At path="/requests/r1">
      <RequestFiles request={request} onChanged={changed} />
    </At>,
  );
  const pick = async (name: string, at = 0): Promise<void> => {
    const picker = container.querySelectorAll<HTMLInputElement>('input[type="file"]')[at];
    if (!picker) throw new Error('There is no picker.');
    await user.upload(picker, file(name));
  };
  const user = userEvent.setup({ applyAccept: false });
  return { user, pick };
}
const addButton = () => screen.getByRole('button', { name: 'Add to the request' });

beforeEach(() => {
  resetBridge();
  prepareSurface();
  changed.mockClear();
  upload.mockReset();
  upload.mockImplementation(async ({ name }) => ({
    id: `id-${name.replace('.', '-')}`,
    name,
    size: 3,
    type: 'application/pdf',
  }));
});

it('adds what was chosen at one press, and shows the request as it then stands', async () => {
  const { user, pick } = show(taking());
  expect(screen.queryByRole('button', { name: 'Choose files' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Add files' }));
  expect(addButton()).toBeDisabled();
  await pick('a.pdf');
  await waitFor(() => expect(addButton()).toBeEnabled());
  expect(upload).toHaveBeenCalledWith(
    expect.anything(),
    expect.objectContaining({ filesFor: { requestId: 'r1' }, field: 'any-files' }),
  );
  const after = taking({ room: 59 });
  answer('files.add', () => after);
  await user.click(addButton());
  await waitFor(() => expect(changed).toHaveBeenCalledWith(after));
  expect(payloadOf('files.add')).toEqual({ requestId: 'r1', files: [{ id: 'id-a-pdf' }] });
});

it('asks for the files that were to follow, of the kinds of their question', async () => {
  const { user, pick } = show(taking({ questions: [proof] }));
  const list = screen.getByRole('list', { name: 'Certificate' });
  expect(screen.getByText('Certificate (to follow)')).toBeVisible();
  await pick('a.png');
  expect(await within(list).findByText(/of another kind/)).toBeVisible();
  expect(upload).not.toHaveBeenCalled();
  await user.click(screen.getByRole('button', { name: 'Remove a.png' }));
  await pick('a.pdf');
  answer('files.add', () => taking());
  await user.click(addButton());
  await waitFor(() => expect(changed).toHaveBeenCalled());
  expect(payloadOf('files.add')).toEqual({ requestId: 'r1', files: [{ id: 'id-a-pdf', field: 'proof' }] });
});

it('says plainly that files can’t be stored, and offers no way around it', async () => {
  upload.mockRejectedValue(new RequestFailed({ code: 'FILES_UNAVAILABLE', message: '', retryable: true }));
  const { user, pick } = show(taking());
  await user.click(screen.getByRole('button', { name: 'Add files' }));
  await pick('a.pdf');
  expect(
    await screen.findByText(/can’t be stored at the moment\. The request is not affected/),
  ).toBeVisible();
  expect(screen.queryByRole('checkbox')).toBeNull();
  expect(addButton()).toBeDisabled();
  expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
});

it('keeps what was chosen when it could not be added', async () => {
  const { user, pick } = show(taking());
  await user.click(screen.getByRole('button', { name: 'Add files' }));
  await pick('a.pdf');
  answer('files.add', () => refusal({ code: 'STORAGE_BUSY', retryable: true }));
  await user.click(addButton());
  expect(await screen.findByText('The files are not added')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Remove a.pdf' })).toBeVisible();
  expect(changed).not.toHaveBeenCalled();
});

it('says that a request is full', () => {
  show(taking({ room: 0 }));
  expect(screen.getByText('This request takes no more files.')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Add files' })).toBeNull();
});

it('sends a message with its files, the files first', async () => {
  const request = { ...taking(), actions: { ...requestOf().actions, comment: true } };
  const { container } = render(
    <At path="/requests/r1">
      <Messages request={request} onChanged={changed} />
    </At>,
  );
  const user = userEvent.setup();
  await user.type(screen.getByLabelText('Write to the team'), 'Here it is');
  await user.click(screen.getByRole('button', { name: 'Attach files' }));
  await screen.findByRole('button', { name: 'Choose files' });
  await user.upload(container.querySelector<HTMLInputElement>('input[type="file"]')!, file('a.pdf'));
  await screen.findByRole('button', { name: 'Remove a.pdf' });
  answer('files.add', () => request);
  answer('requests.comment', () => request);
  await user.click(screen.getByRole('button', { name: 'Send message' }));
  await waitFor(() => expect(changed).toHaveBeenCalled());
  expect(invocations.slice(-2).map(({ name }) => name)).toEqual(['files.add', 'requests.comment']);
  expect(screen.getByLabelText('Write to the team')).toHaveValue('');
});
