import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { formOf } from '../../../kit/fields/field';
import { prepareSurface } from '../../../shared/testing/surface';
import { type FactSource, FactSourceEditor } from './fact-source';

jest.mock('@forge/bridge', () => jest.requireActual<object>('../../../shared/testing/bridge'));

const values = [
  { value: '10', label: 'Germany' },
  { value: '20', label: 'Italy' },
];

function Editor({ told }: { readonly told: (source: FactSource) => void }) {
  const [value, change] = useState<FactSource>({ kind: 'fact', fact: '@place', values: {} });
  const edited = (next: FactSource): void => {
    change(next);
    told(next);
  };
  return (
    <FactSourceEditor of={formOf(value, false, edited)} target={{ id: 'f', type: 'option', values }} n={1} />
  );
}

it('a value is chosen for each place, and one for all others', async () => {
  prepareSurface();
  const user = userEvent.setup();
  const told = jest.fn();
  render(<Editor told={told} />);
  await user.click(screen.getByRole('button', { name: 'Add word' }));
  await user.type(screen.getByLabelText('Mapping 1, word 1'), 'Rome');
  await user.selectOptions(screen.getByLabelText('Mapping 1, value for Rome'), 'Italy');
  await user.selectOptions(screen.getByLabelText('Mapping 1, value for all others'), 'Germany');
  expect(told).toHaveBeenLastCalledWith({
    kind: 'fact',
    fact: '@place',
    values: { Rome: '20' },
    otherwise: '10',
  });
  await user.selectOptions(screen.getByLabelText('Mapping 1, what of whom it is for'), 'Requester: team');
  await user.click(screen.getByRole('button', { name: 'Mapping 1, remove word 1' }));
  expect(told).toHaveBeenLastCalledWith({ kind: 'fact', fact: '@team', values: {}, otherwise: '10' });
});
