import { fireEvent, render, screen } from '@testing-library/react';
import { prepareSurface } from '../../shared/testing/surface';
import { ZoneSelect } from './zone-select';

jest.mock('@forge/bridge', () => jest.requireActual<object>('../../shared/testing/bridge'));

const show = () => {
  const onChange = jest.fn<void, [string]>();
  render(<ZoneSelect id="zone" value="UTC" readOnly={false} onChange={onChange} />);
  return { field: screen.getByRole('combobox'), onChange };
};

test('a time zone is found by a part of its name', async () => {
  prepareSurface();
  const { field, onChange } = show();
  fireEvent.change(field, { target: { value: 'berl' } });
  fireEvent.keyDown(await screen.findByText('Europe/Berlin'), { key: 'Enter' });
  expect(onChange).toHaveBeenCalledWith('Europe/Berlin');
});

test('one that nobody knows is told in the words of the reader', async () => {
  prepareSurface({ locale: 'ru' });
  fireEvent.change(show().field, { target: { value: 'Atlantis' } });
  expect(await screen.findByText('Такого часового пояса нет')).toBeInTheDocument();
});
