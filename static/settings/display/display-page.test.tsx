import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { definitionsOf } from '../../../src/sla/domain/testing/build';
import { answer, invocations, resetBridge } from '../../shared/testing/bridge';
import { prepareSurface } from '../../shared/testing/surface';
import { fieldCatalog } from '../model/field-catalog';
import { DisplayPage } from './display-page';

jest.mock('@forge/bridge', () => jest.requireActual<object>('../../shared/testing/bridge'));

const definitions = definitionsOf();
const catalog = fieldCatalog(
  [
    { value: 'priority', label: 'Priority' },
    { value: 'customfield_10050', label: 'Support group' },
  ],
  {},
);
const changed = jest.fn();
const show = (readOnly = false): void => {
  render(<DisplayPage definitions={definitions} catalog={catalog} readOnly={readOnly} onChanged={changed} />);
};
const saved = (): unknown => invocations.find(({ name }) => name === 'sla.saveDisplay')?.payload;

beforeEach(() => {
  resetBridge();
  prepareSurface();
  changed.mockClear();
  answer('sla.saveDisplay', ({ version, display }) => ({
    definitions: { ...definitions, version: version + 1, display },
    problems: [],
  }));
});

describe('the display settings', () => {
  it('let a field of the site hold the team, and offer no field that cannot', async () => {
    show();
    const select = screen.getByLabelText('Field that holds the team or group');
    expect(select).toHaveDisplayValue("Jira's Team field, if the site has one");
    expect(screen.queryByRole('option', { name: 'Priority' })).toBeNull();
    await userEvent.selectOptions(select, 'Support group');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText(/^Saved/)).toBeInTheDocument();
    expect(saved()).toEqual({ version: 1, display: { groupField: 'customfield_10050' } });
    expect(changed).toHaveBeenCalledWith(expect.objectContaining({ version: 2 }), []);
  });

  it('set when clocks turn to attention and to a warning, in percent and minutes', async () => {
    show();
    const warning = within(screen.getByRole('group', { name: /^Warning/ }));
    const minutes = warning.getByLabelText('With so many working minutes left');
    await userEvent.clear(minutes);
    await userEvent.type(minutes, '30');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByText(/^Saved/);
    expect(saved()).toMatchObject({
      display: { bands: { attention: { percent: 50, minutes: 0 }, warning: { percent: 25, minutes: 30 } } },
    });
  });

  it('say at the fields that attention comes before the warning', async () => {
    show();
    const percent = within(screen.getByRole('group', { name: /^Attention/ })).getByLabelText(/percent/);
    await userEvent.clear(percent);
    await userEvent.type(percent, '20');
    expect(screen.getAllByRole('alert')[0]).toHaveTextContent(/^Attention must not come after/);
  });

  it('can say that there is none', async () => {
    show();
    await userEvent.selectOptions(screen.getByLabelText('Field that holds the team or group'), 'None');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByText(/^Saved/);
    expect(saved()).toMatchObject({ display: { groupField: null } });
  });

  it('are read-only for auditors', () => {
    show(true);
    expect(screen.getByLabelText('Field that holds the team or group')).toBeDisabled();
    expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
  });

  it('speak Russian', () => {
    prepareSurface({ locale: 'ru', formatLocale: 'ru-RU' });
    show();
    expect(screen.getByLabelText('Поле с командой или группой')).toBeInTheDocument();
  });
});
