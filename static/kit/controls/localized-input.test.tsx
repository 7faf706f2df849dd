import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import type { LocalizedText } from '../../../src/kernel/text';
import { prepareSurface } from '../../shared/testing/surface';
import { LanguagesProvider } from './languages';
import { LocalizedInput } from './localized-input';

const written = jest.fn();

function Form({ initial }: { readonly initial: LocalizedText }) {
  const [value, setValue] = useState(initial);
  const write = (next: LocalizedText) => {
    written(next);
    setValue(next);
  };
  return (
    <>
      <LocalizedInput id="name" label="Name" value={value} readOnly={false} onChange={write} />
      <LocalizedInput id="help" label="Help" value={{ en: '' }} readOnly={false} onChange={() => undefined} />
    </>
  );
}

const show = (added: readonly string[], initial: LocalizedText = { en: 'Laptop' }) =>
  render(
    <LanguagesProvider added={added}>
      <Form initial={initial} />
    </LanguagesProvider>,
  );

beforeEach(() => void prepareSurface());

it('is written in English and Russian where a site has added no language', () => {
  show([]);
  expect(screen.getAllByRole('textbox')).toHaveLength(4);
  expect(screen.queryByRole('button')).toBeNull();
});

it('unfolds the added languages of all texts at once, and folds them away', async () => {
  show(['de', 'fr']);
  expect(screen.queryByLabelText('Name (German)')).toBeNull();
  const [more] = screen.getAllByRole('button', { name: 'Show German, French' });
  await userEvent.click(more!);
  expect(screen.getByLabelText('Help (French)')).toHaveAttribute('lang', 'fr');
  await userEvent.type(screen.getByLabelText('Name (German)'), 'Rechner');
  expect(written).toHaveBeenLastCalledWith({ en: 'Laptop', de: 'Rechner' });
  await userEvent.click(screen.getAllByRole('button', { name: 'Show English and Russian only' })[0]!);
  expect(screen.queryByLabelText('Name (German)')).toBeNull();
});

it('drops an emptied translation and keeps what is written in a language the site has dropped', async () => {
  show(['de'], { en: 'Laptop', de: 'X', fr: 'Portable' });
  await userEvent.click(screen.getAllByRole('button', { name: 'Show German' })[0]!);
  await userEvent.clear(screen.getByLabelText('Name (German)'));
  expect(written).toHaveBeenLastCalledWith({ en: 'Laptop', fr: 'Portable' });
});
