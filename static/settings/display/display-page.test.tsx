import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DEFAULT_DISPLAY } from '../../../src/sla/definitions/domain/display/schema';
import { definitionsOf, metricOf } from '../../../src/sla/engine/testing/build';
import { answer, invocations, refusal, resetBridge } from '../../shared/testing/bridge';
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
const own = { value: DEFAULT_DISPLAY, rev: 1 };
const onImported = jest.fn();
const page = { catalog, own, onReload: () => undefined, onImported };
const show = (readOnly = false): void => {
  render(<DisplayPage definitions={definitions} readOnly={readOnly} {...page} />);
};
const saved = (): unknown => invocations.find(({ name }) => name === 'settings.save')?.payload;

beforeEach(() => {
  resetBridge();
  prepareSurface();
  answer('sla.forecasts', () => ({ learnedAt: null, learning: null, metrics: [] }));
  answer('settings.save', ({ rev }) => ({ rev: rev + 1 }));
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
    const value = { ...DEFAULT_DISPLAY, groupField: 'customfield_10050' };
    expect(saved()).toEqual({ section: 'display', value, rev: 1 });
  });

  it('set when clocks turn to attention and to a warning, in percent and minutes', async () => {
    show();
    const warning = within(screen.getByRole('group', { name: /^Warning/ }));
    const minutes = warning.getByLabelText('When less than … working minutes are left');
    await userEvent.clear(minutes);
    await userEvent.type(minutes, '30');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByText(/^Saved/);
    expect(saved()).toMatchObject({
      value: { bands: { attention: { percent: 50, minutes: 0 }, warning: { percent: 25, minutes: 30 } } },
    });
  });

  it('say at the fields that attention comes before the warning', async () => {
    show();
    const percent = within(screen.getByRole('group', { name: /^Attention/ })).getByLabelText(/%/);
    await userEvent.clear(percent);
    await userEvent.type(percent, '20');
    expect(screen.getAllByRole('alert')[0]).toHaveTextContent(/^Attention can’t come after/);
  });

  it('add languages of texts, ten at most, and tell the other pages', async () => {
    show();
    const more = screen.getByLabelText('Add to Languages beside English and Russian');
    expect(within(more).queryByRole('option', { name: 'Russian' })).toBeNull();
    for (const name of 'German French Spanish Polish Czech Danish Dutch Italian Finnish'.split(' '))
      await userEvent.selectOptions(more, name);
    await userEvent.selectOptions(more, 'Turkish');
    expect(more).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Remove French' }));
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByText(/^Saved/);
    const languages = ['de', 'es', 'pl', 'cs', 'da', 'nl', 'it', 'fi', 'tr'];
    expect(saved()).toMatchObject({ section: 'display', value: { languages } });
    expect(onImported).toHaveBeenCalled();
  });

  it('can say that there is none', async () => {
    show();
    await userEvent.selectOptions(screen.getByLabelText('Field that holds the team or group'), 'None');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByText(/^Saved/);
    expect(saved()).toMatchObject({ value: { groupField: null } });
  });

  it('can keep forecasts to themselves', async () => {
    show();
    await userEvent.click(screen.getByRole('checkbox', { name: 'Show breach forecasts' }));
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByText(/^Saved/);
    expect(saved()).toMatchObject({ value: { forecasts: false } });
  });

  it('choose the first day of the week, which is the reader’s own at first', async () => {
    show();
    const select = screen.getByLabelText('First day of the week');
    expect(select).toHaveDisplayValue('As the reader’s language and region have it');
    await userEvent.selectOptions(select, 'Sunday');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByText(/^Saved/);
    expect(saved()).toMatchObject({ value: { firstDay: 'sun' } });
  });

  it('are read-only for auditors', async () => {
    show(true);
    expect(await screen.findByText('Nothing has been learned yet')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Learn now' })).toBeNull();
    expect(screen.getByLabelText('Field that holds the team or group')).toBeDisabled();
    expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
  });

  it('speak Russian', async () => {
    prepareSurface({ locale: 'ru', formatLocale: 'ru-RU' });
    show();
    expect(await screen.findByText('Данных для прогнозов ещё нет')).toBeInTheDocument();
    expect(screen.getByLabelText('Поле с командой или группой')).toBeInTheDocument();
  });
});

describe('what forecasts are made of', () => {
  const test = { asked: 20, called: 8, right: 6, breached: 9 };
  const state = { learnedAt: 0, learning: null, metrics: [{ id: 'm', courses: 120, test }] };

  it('says how much is known and how good it would have been', async () => {
    answer('sla.forecasts', () => state);
    show();
    const row = await screen.findByRole('row', { name: /^Delivery/ });
    expect(
      within(row)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent),
    ).toEqual(['Delivery', '120', '20', '8', '6 (75 %)', '9']);
    expect(screen.getByText(/^Learned on/)).toBeInTheDocument();
  });

  it('claims nothing of a test that asked about nothing, or called nothing', async () => {
    const none = { asked: 0, called: 0, right: 0, breached: 0 };
    const silent = { ...none, asked: 5, breached: 1 };
    answer('sla.forecasts', () => ({
      ...state,
      metrics: [
        { id: 'm', courses: 5, test: none },
        { id: 'gone', courses: 9, test },
        { id: 'n', courses: 9, test: silent },
      ],
    }));
    const two = [metricOf(), metricOf({ id: 'n', name: { en: 'Reply' } })];
    render(<DisplayPage definitions={definitionsOf(two)} readOnly={false} {...page} />);
    expect(await screen.findByRole('row', { name: 'Delivery 5 – – – –' })).toBeInTheDocument();
    expect(screen.getByRole('row', { name: 'Reply 9 5 0 – 1' })).toBeInTheDocument();
    expect(screen.getAllByRole('row')).toHaveLength(3);
  });

  it('is learned on demand, and followed until that is done', async () => {
    show();
    const learn = await screen.findByRole('button', { name: 'Learn now' });
    answer('sla.learnForecasts', () => ({ ...state, learning: { looked: 100, total: 340 } }));
    answer('sla.forecasts', () => state);
    jest.useFakeTimers({ advanceTimers: true });
    try {
      act(() => learn.click());
      expect(await screen.findByText('Learning: 100 of about 340 work items so far.')).toBeInTheDocument();
      expect(learn).toBeDisabled();
      await act(() => jest.advanceTimersByTimeAsync(2_000));
      expect(screen.getByText(/^Learned on/)).toBeInTheDocument();
      expect(learn).toBeEnabled();
    } finally {
      jest.useRealTimers();
    }
  });

  it('says why it could not be begun', async () => {
    show();
    answer('sla.learnForecasts', () => refusal({ code: 'FORBIDDEN' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Learn now' }));
    expect(await screen.findByRole('alert')).toBeInTheDocument();
  });
});
