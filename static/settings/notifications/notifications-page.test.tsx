import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { SlaPolicy } from '../../../src/sla/definitions/domain/policy/model';
import { DEFAULT_POLICY } from '../../../src/sla/definitions/domain/policy/schema';
import { answer, invocations, resetBridge } from '../../shared/testing/bridge';
import { prepareSurface } from '../../shared/testing/surface';
import { showPage } from '../testing/show-page';

jest.mock('@forge/bridge', () => jest.requireActual<object>('../../shared/testing/bridge'));

const show = (policy: Partial<SlaPolicy> = {}, shared: Parameters<typeof showPage>[1] = {}): void => {
  answer('settings.read', () => ({ value: { ...DEFAULT_POLICY, ...policy }, rev: 0 }));
  answer('settings.save', ({ rev }) => ({ rev: rev + 1 }));
  answer('sla.setSafeMode', ({ rev }) => ({ rev: rev + 1, since: '2026-06-01T09:00:00.000Z' }));
  showPage('notifications', shared);
};
const sent = (name: string): unknown => invocations.find((each) => each.name === name)?.payload;
const saved = (): unknown => sent('settings.save');

beforeEach(() => {
  resetBridge();
  prepareSurface();
});

describe('the notification settings', () => {
  it('save quiet hours with their zone and whole days', async () => {
    show();
    await userEvent.selectOptions(
      await screen.findByLabelText('Quiet hours'),
      'Between two times of the day',
    );
    await userEvent.click(screen.getByLabelText('Sunday'));
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Saved.')).toBeInTheDocument();
    expect(saved()).toMatchObject({
      section: 'policy',
      value: { quiet: { kind: 'hours', from: '20:00', to: '08:00', days: ['sun'] } },
      rev: 0,
    });
    expect(sent('sla.setSafeMode')).toBeUndefined();
  });

  it('save what becomes of levels that had passed before their clock began', async () => {
    show();
    const field = await screen.findByLabelText('SLAs that are already late when they start');
    expect(field).toHaveDisplayValue('One message: the highest level acts');
    await userEvent.selectOptions(field, 'No one is notified');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByText('Saved.');
    expect(saved()).toMatchObject({ value: { lateStart: 'silent' } });
  });

  it('save when approvers who have not decided are reminded, which is never at first', async () => {
    show();
    const field = await screen.findByLabelText('Remind approvers who have not decided');
    expect(field).toHaveDisplayValue('Never');
    await userEvent.selectOptions(field, 'After 2 working days');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByText('Saved.');
    expect(saved()).toMatchObject({ value: { remindApprovers: 'd2' } });
  });

  it('switch safe mode on and say since when', async () => {
    show();
    await userEvent.click(await screen.findByLabelText('SLAs run, but no one is notified'));
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText(/^Safe mode has been on since .*1 Jun/)).toBeInTheDocument();
    expect(sent('sla.setSafeMode')).toEqual({ on: true, rev: 1 });
  });

  it('say at the field that nobody may pause longer alone than at all', async () => {
    show();
    const most = await screen.findByLabelText('Longest pause of all, hours');
    await userEvent.clear(most);
    await userEvent.type(most, '8');
    expect(screen.getByRole('alert')).toHaveTextContent('Not longer than the longest pause of all.');
  });

  it('are read-only for auditors', async () => {
    show({}, { readOnly: true });
    expect(await screen.findByLabelText('Quiet hours')).toBeDisabled();
    expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
  });

  it('speak Russian', async () => {
    prepareSurface({ locale: 'ru', formatLocale: 'ru-RU' });
    show({ safeModeSince: '2026-06-01T09:00:00.000Z' });
    expect(await screen.findByText('Уведомления об SLA не отправляются')).toBeInTheDocument();
  });
});
