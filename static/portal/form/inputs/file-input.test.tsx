import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { fileText, LATER, UPLOADING } from '../../../../src/catalog/domain/files/file-ref';
import type { Answer, FormField } from '../../../../src/catalog/domain/model';
import { RequestFailed } from '../../../shared/api';
import { answer, payloadOf, resetBridge } from '../../../shared/testing/bridge';
import { prepareSurface } from '../../../shared/testing/surface';
import { field } from '../../testing/samples';
import { FileInput } from './file-input';
import { type FilesFor, FilesForProvider } from './files-for';
import { uploadFile } from './upload-file';

jest.mock('@forge/bridge', (): unknown => jest.requireActual('../../../shared/testing/bridge'));
jest.mock('./upload-file');

const upload = jest.mocked(uploadFile);
const ref = (name: string) => ({
  id: `id-${name.replace('.', '-')}`,
  name,
  size: 3,
  type: 'application/pdf',
});
const file = (name: string, text = 'abc'): File => new File([text], name, { type: 'application/pdf' });

let now: Answer;
function Form({ asked, start, filesFor }: { asked: FormField; start: Answer; filesFor: FilesFor }) {
  const [given, setAnswer] = useState<Answer>(start);
  return (
    <FilesForProvider value={filesFor}>
      <FileInput
        id="field-proof"
        field={asked}
        answer={given}
        isRequired={false}
        isInvalid={false}
        describedBy={undefined}
        onChange={(next) => setAnswer((now = next))}
        onLeave={() => undefined}
      />
    </FilesForProvider>
  );
}
const LAPTOP: FilesFor = { itemId: 'laptop', draftId: 'draft-1' };
function show(more: Partial<FormField> = {}, start: Answer = null, filesFor: FilesFor = LAPTOP) {
  now = start;
  const asked = field('proof', 'file', { label: { en: 'Proof' }, ...more });
  const { container } = render(<Form asked={asked} start={start} filesFor={filesFor} />);
  const picker = container.querySelector<HTMLInputElement>('input[type="file"]');
  const area = picker?.parentElement;
  if (!picker || !area) throw new Error('There is no picker.');
  return { user: userEvent.setup({ applyAccept: false }), picker, area };
}
const rows = () => within(screen.getByRole('list', { name: 'Proof' })).queryAllByRole('listitem');

beforeEach(() => {
  resetBridge();
  prepareSurface();
  upload.mockReset();
  answer('files.remove', () => ({ removed: true }));
});

it('uploads what is picked, tells how far it is, and answers with what has arrived', async () => {
  let finish: (() => void) | undefined;
  upload.mockImplementation(
    (each, { onProgress }) =>
      new Promise((resolve) => {
        onProgress(0.4);
        finish = () => resolve(ref(each.name));
      }),
  );
  const { user, picker } = show();
  await user.upload(picker, file('a.pdf'));
  expect(screen.getByRole('progressbar', { name: 'Uploading a.pdf' })).toHaveValue(0.4);
  expect(now).toEqual([UPLOADING]);
  finish?.();
  await waitFor(() => expect(now).toEqual([fileText(ref('a.pdf'))]));
  expect(screen.getByRole('status')).toHaveTextContent('a.pdf is uploaded.');
  expect(upload).toHaveBeenCalledWith(
    expect.anything(),
    expect.objectContaining({ filesFor: LAPTOP, field: 'proof' }),
  );
});

it.each([
  ['dropped', (area: Element, files: readonly File[]) => fireEvent.drop(area, { dataTransfer: { files } })],
  ['pasted', (area: Element, files: readonly File[]) => fireEvent.paste(area, { clipboardData: { files } })],
])('takes several that are %s', async (_, give) => {
  upload.mockImplementation(async ({ name }) => ref(name));
  const { area } = show();
  give(area, [file('a.pdf'), file('b.pdf')]);
  await waitFor(() => expect(now).toEqual(['a.pdf', 'b.pdf'].map((name) => fileText(ref(name)))));
});

it('says what is wrong with a file before anything of it is sent', async () => {
  const { user, picker } = show({ kinds: ['pdf'], max: 2 });
  expect(picker).toHaveAttribute('accept', '.pdf');
  await user.upload(picker, [file('setup.exe'), file('a.png')]);
  expect(screen.getByText('setup.exe is a program, and programs are not accepted.')).toBeVisible();
  expect(screen.getByText('a.png is a file of another kind than asked for.')).toBeVisible();
  expect(upload).not.toHaveBeenCalled();
  expect(now).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Remove setup.exe' }));
  expect(rows()).toHaveLength(1);
});

it('takes no more than its question does', async () => {
  upload.mockImplementation(async ({ name }) => ref(name));
  const { user, picker } = show({ max: 1 });
  await user.upload(picker, file('a.pdf'));
  await waitFor(() => expect(now).toHaveLength(1));
  expect(screen.getByRole('button', { name: 'Choose files' })).toBeDisabled();
});

it('gives an upload up, and leaves no trace in the answer', async () => {
  let signal: AbortSignal | undefined;
  upload.mockImplementation((_, wanted) => {
    ({ signal } = wanted);
    return new Promise(() => undefined);
  });
  const { user, picker } = show();
  await user.upload(picker, file('a.pdf'));
  await user.click(screen.getByRole('button', { name: 'Cancel the upload of a.pdf' }));
  expect(signal?.aborted).toBe(true);
  expect([now, rows()]).toEqual([null, []]);
});

it('tells why a file was refused, in the words of its problem, and tries again what may work', async () => {
  const fail = (code: 'INVALID_ANSWERS' | 'INTERNAL', retryable: boolean) =>
    new RequestFailed({
      code,
      message: '',
      retryable,
      ...(code === 'INVALID_ANSWERS' && {
        fields: [{ code: 'fileMismatch', severity: 'error', at: '', params: { name: 'a.pdf' } }],
      }),
    });
  upload.mockRejectedValueOnce(fail('INVALID_ANSWERS', false)).mockRejectedValueOnce(fail('INTERNAL', true));
  upload.mockResolvedValue(ref('b.pdf'));
  const { user, picker } = show();
  await user.upload(picker, file('a.pdf'));
  const problem = /a\.pdf is not what its name says/;
  expect(await within(rows()[0]!).findByText(problem)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  await user.upload(picker, file('b.pdf'));
  await user.click(await screen.findByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(now).toEqual([fileText(ref('b.pdf'))]));
});

it('shows the files of a draft, and takes one away in the store too', async () => {
  const start = ['a.pdf', 'b.pdf'].map((name) => fileText(ref(name)));
  const { user } = show({}, [...start, UPLOADING]);
  // What was on its way when the form was left is not.
  await waitFor(() => expect(now).toEqual(start));
  await user.click(screen.getByRole('button', { name: 'Remove a.pdf' }));
  expect(now).toEqual([start[1]]);
  // Another draft may name it: the server is told which one does no longer.
  expect(payloadOf('files.remove')).toEqual({ id: 'id-a-pdf', draftId: 'draft-1' });
  expect(screen.getByRole('button', { name: 'Choose files' })).toHaveFocus();
});

it('lets a form be sent without files only while they can’t be stored', async () => {
  upload.mockRejectedValue(new RequestFailed({ code: 'FILES_UNAVAILABLE', message: '', retryable: true }));
  const { user, picker } = show();
  expect(screen.queryByRole('checkbox')).toBeNull();
  await user.upload(picker, file('a.pdf'));
  await user.click(await screen.findByRole('checkbox', { name: /Send without files/ }));
  expect(now).toEqual([LATER]);
  await user.click(screen.getByRole('checkbox', { name: /Send without files/ }));
  expect(now).toBeNull();
});

it('uploads nothing where the form is only tried', async () => {
  const { user, picker } = show({}, null, null);
  await user.upload(picker, file('a.pdf'));
  await waitFor(() => expect(now).toEqual([expect.stringContaining('a.pdf')]));
  expect(upload).not.toHaveBeenCalled();
  expect(screen.getByText(/In a test nothing is uploaded/)).toBeVisible();
});

it('shows no picture of what the browser can’t draw', async () => {
  URL.createObjectURL = () => 'blob:it';
  URL.revokeObjectURL = () => undefined;
  upload.mockImplementation(async ({ name }) => ({ ...ref(name), type: 'image/png' }));
  const { user, picker, area } = show();
  await user.upload(picker, file('a.png'));
  await waitFor(() => expect(area.querySelector('img')).not.toBeNull());
  fireEvent.error(area.querySelector('img')!);
  expect(area.querySelector('img')).toBeNull();
  expect(screen.getByText('a.png')).toBeVisible();
});
