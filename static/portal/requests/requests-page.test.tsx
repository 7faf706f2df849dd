import { render, screen, within } from '@testing-library/react';
import { At } from '../../kit/testing/at';
import { answer, resetBridge } from '../../shared/testing/bridge';
import { prepareSurface } from '../../shared/testing/surface';
import { HomeProvider } from '../home-data';
import { homeLoad, requestOf } from '../testing/samples';
import { RequestsPage } from './requests-page';

jest.mock('@forge/bridge', (): unknown => jest.requireActual('../../shared/testing/bridge'));

function open(path: string) {
  resetBridge();
  prepareSurface();
  answer('requests.list', () => ({ rows: [requestOf({ id: 'newest' })] }));
  answer('requests.joined', () => ({ rows: [] }));
  const waiting = [{ requestId: 'oldest', issueKey: 'IT-3', itemId: 'laptop', why: 'answer' as const }];
  render(
    <At path={path}>
      <HomeProvider value={homeLoad({ waiting, pendingApprovals: 2 })}>
        <RequestsPage />
      </HomeProvider>
    </At>,
  );
  return screen.findByText(/^IT-7/);
}

describe('my requests', () => {
  it('begin with what waits for the viewer, wherever it stands in the list, and with nothing else', async () => {
    await open('/requests');
    const waiting = within(screen.getByRole('region', { name: 'Waiting for you' }));
    expect(waiting.getByRole('link', { name: 'IT-3 New laptop' })).toHaveAttribute(
      'href',
      '/requests/oldest',
    );
    expect(waiting.getAllByRole('link')).toHaveLength(1);
  });

  it('that are over wait for no one', async () => {
    await open('/requests?show=closed');
    expect(screen.queryByRole('region', { name: 'Waiting for you' })).toBeNull();
  });
});
