import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import type { ItemPicture } from '../../../src/catalog/domain/model';
import { At } from '../../kit/testing/at';
import { answer, payloadOf, refusal, resetBridge } from '../../shared/testing/bridge';
import { prepareSurface } from '../../shared/testing/surface';
import { PictureEditor } from './picture-editor';
import { shrunkPicture } from './shrunk-picture';

jest.mock('@forge/bridge', () => jest.requireActual<object>('../../shared/testing/bridge'));
jest.mock('./shrunk-picture', () => ({ shrunkPicture: jest.fn() }));

const PICTURE = Buffer.from(`\xff\xd8\xff${' '.repeat(20)}`, 'latin1').toString('base64');
const file = new File(['x'], 'laptop.png', { type: 'image/png' });
let now: ItemPicture | undefined;

function Edited({ begun }: { readonly begun: ItemPicture | undefined }) {
  const [value, setValue] = useState(begun);
  return (
    <At path="/items/laptop">
      <label htmlFor="p">Picture</label>
      <PictureEditor
        {...{ id: 'p', label: 'Picture', path: 'picture', readOnly: false, value }}
        categoryIds={['hardware']}
        onChange={(next) => setValue((now = next))}
      />
    </At>
  );
}

beforeEach(() => {
  resetBridge();
  prepareSurface();
  now = undefined;
  jest.mocked(shrunkPicture).mockResolvedValue({ picture: PICTURE, width: 40, height: 30 });
});

it('is chosen, kept for the item, shown, told in words and taken away', async () => {
  answer('catalog.savePicture', () => ({ label: 'kept' }));
  const user = userEvent.setup();
  render(<Edited begun={undefined} />);
  await user.upload(screen.getByLabelText('Picture'), file);
  await waitFor(() => expect(now).toEqual({ label: 'kept', width: 40, height: 30, alt: { en: '' } }));
  expect(payloadOf('catalog.savePicture')).toEqual({
    itemId: 'laptop',
    categoryIds: ['hardware'],
    picture: PICTURE,
  });
  await user.type(screen.getByLabelText('What the picture shows (Russian)'), 'Ноутбук');
  await user.type(screen.getByLabelText('What the picture shows (English)'), 'A laptop');
  // What was just sent is not asked for.
  expect(payloadOf('catalog.picture')).toBeUndefined();
  const image = screen.getByRole('img', { name: 'A laptop' });
  expect(image).toHaveAttribute('src', `data:image/jpeg;base64,${PICTURE}`);
  await user.click(screen.getByRole('button', { name: 'Remove picture' }));
  expect(now).toBeUndefined();
});

it('says what to do about a file that is no picture, and about a refusal', async () => {
  const user = userEvent.setup();
  render(<Edited begun={undefined} />);
  jest.mocked(shrunkPicture).mockResolvedValueOnce(null);
  await user.upload(screen.getByLabelText('Picture'), file);
  expect(await screen.findByText(/Choose a JPEG, PNG or WebP file/)).toBeVisible();
  answer('catalog.savePicture', () => refusal({ code: 'STORAGE_BUSY', retryable: true }));
  await user.upload(screen.getByLabelText('Picture'), file);
  await waitFor(() => expect(screen.getByRole('alert')).not.toHaveTextContent(/Choose a JPEG/));
  expect(now).toBeUndefined();
});

it('leaves its words where the picture itself can’t be had', async () => {
  answer('catalog.picture', () => refusal({ code: 'NOT_FOUND' }));
  render(<Edited begun={{ label: 'gone', width: 40, height: 30, alt: { en: 'A laptop' } }} />);
  expect(await screen.findByText('A laptop')).toBeVisible();
});
