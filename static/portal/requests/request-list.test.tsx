import { render, screen } from '@testing-library/react';
import type { PromiseView } from '../../../src/sla/clocks/domain/promise-answer';
import { prepareSurface } from '../../shared/testing/surface';
import { At } from '../../kit/testing/at';
import { requestOf } from '../testing/samples';
import { RequestList } from './request-list';

jest.mock('@forge/bridge', (): unknown => jest.requireActual('../../shared/testing/bridge'));

const promise = (more: Partial<PromiseView>): PromiseView => ({
  metricId: 'delivery',
  name: { en: 'Delivery' },
  state: 'running',
  moved: [],
  ...more,
});

describe('my requests', () => {
  it('tell a late first reply beside a delivery that is still in time', () => {
    prepareSurface();
    const late = promise({
      metricId: 'first',
      name: { en: 'First reply' },
      state: 'late',
      dueTime: Date.now() - 3 * 86_400_000,
    });
    const delivery = promise({ dueTime: Date.now() + 86_400_000 });
    render(
      <At path="/requests">
        <RequestList rows={[requestOf({ actor: 'queued', late, promise: delivery })]} />
      </At>,
    );
    expect(screen.getByText(/^Overdue by 3 days: promised by /)).toBeVisible();
    expect(screen.getByText(/^Due by /)).toBeVisible();
    expect(screen.getByText('No one is assigned yet.')).toBeVisible();
  });

  it('say once what is waited for, and repeat nothing of the name', () => {
    prepareSurface();
    const paused = promise({ state: 'paused', pauseReason: 'requester' });
    render(
      <At path="/requests">
        <RequestList
          rows={[
            requestOf({ id: 'a', title: '', actor: 'requester', promise: paused }),
            requestOf({ id: 'b', title: 'Video calls freeze' }),
          ]}
        />
      </At>,
    );
    expect(screen.getAllByText(/waiting for your/i)).toHaveLength(1);
    expect(screen.getByText(/^IT-7 · updated/)).toBeVisible();
    expect(screen.getByText(/^Video calls freeze · IT-7 · updated/)).toBeVisible();
  });
});
