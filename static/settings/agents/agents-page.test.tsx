import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { definitionsOf } from '../../../src/sla/engine/testing/build';
import type { AgentsRule } from '../../../src/sla/engine/model/agents';
import { answer, invocations, resetBridge } from '../../shared/testing/bridge';
import { prepareSurface } from '../../shared/testing/surface';
import { fieldCatalog } from '../model/field-catalog';
import { AgentsPage } from './agents-page';

jest.mock('@forge/bridge', () => jest.requireActual<object>('../../shared/testing/bridge'));
jest.mock('../directory/use-directory', () => ({
  useDirectory: () => ({ roles: [{ value: '10002', label: 'Service Desk Team' }] }),
}));

const definitions = definitionsOf();
const changed = jest.fn();
const show = (agents?: AgentsRule, readOnly = false): void => {
  const shown = agents === undefined ? definitions : { ...definitions, agents };
  render(
    <AgentsPage definitions={shown} catalog={fieldCatalog([], {})} readOnly={readOnly} onChanged={changed} />,
  );
};
const saved = (): unknown =>
  invocations.flatMap(({ name, payload }) =>
    name === 'sla.applyChange' ? [(payload as { target: { value: unknown } }).target.value] : [],
  )[0];
const save = () => userEvent.click(screen.getByRole('button', { name: 'Save' }));

beforeEach(() => {
  resetBridge();
  prepareSurface();
  changed.mockClear();
  answer('sla.applyChange', ({ version, target }) => ({
    definitions: { ...definitions, version: version + 1, agents: target.value as AgentsRule },
    problems: [],
    recalculation: null,
  }));
});

describe('who is an agent', () => {
  it('is whoever may be assigned, where nobody chose', () => {
    show();
    expect(screen.getByLabelText('Who is an agent')).toHaveDisplayValue(
      'Everyone who can be assigned in the space',
    );
    expect(screen.getByText(/every licensed user/)).toBeInTheDocument();
  });

  it('may be the members of project roles, kept by id and name', async () => {
    show();
    await userEvent.selectOptions(screen.getByLabelText('Who is an agent'), 'Members of space roles');
    await save();
    expect(screen.getByRole('alert')).toHaveTextContent('Choose at least one.');
    expect(saved()).toBeUndefined();
    await userEvent.selectOptions(screen.getByLabelText('Add to Space roles'), 'Service Desk Team');
    await save();
    expect(await screen.findByText(/^Saved/)).toBeInTheDocument();
    expect(saved()).toEqual({ by: 'roles', roles: [{ id: '10002', name: 'Service Desk Team' }] });
    expect(changed).toHaveBeenCalledWith(expect.objectContaining({ version: 2 }), []);
  });

  it('is shown but not changed by those who may only read', () => {
    show({ by: 'roles', roles: [{ id: '7', name: 'Former role' }] }, true);
    expect(screen.getByText('Former role')).toBeInTheDocument();
    expect(screen.getByLabelText('Who is an agent')).toBeDisabled();
    expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
  });
});
