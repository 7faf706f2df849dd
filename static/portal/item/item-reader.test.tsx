/** The page of an item for those who can only read it, and while it can't be read. */
import { cleanup, render, screen } from '@testing-library/react';
import { answer, refusal, resetBridge } from '../../shared/testing/bridge';
import { prepareSurface } from '../../shared/testing/surface';
import { HomeProvider } from '../home-data';
import { At } from '../../kit/testing/at';
import { homeLoad, homeOf, itemPageOf } from '../testing/samples';
import { ItemPage } from './item-page';

jest.mock('@forge/bridge', (): unknown => jest.requireActual('../../shared/testing/bridge'));

beforeEach(() => {
  resetBridge();
  prepareSurface();
});

function open(jira: boolean): void {
  render(
    <At path="/catalog/item/laptop">
      <HomeProvider value={homeLoad({ me: { ...homeOf().me, jira } })}>
        <ItemPage itemId="laptop" />
      </HomeProvider>
    </At>,
  );
}

it('says to a reader without Jira why they can’t ask and who can help, and what is promised', async () => {
  answer('portal.item', () => itemPageOf());
  open(false);
  const request = await screen.findByRole('button', { name: 'Request' });
  expect(request).toBeDisabled();
  expect(request).toHaveAccessibleDescription(/Ask your Jira administrator/);
  expect(screen.getByRole('region', { name: 'How soon, if requested now' })).toBeVisible();
  expect(screen.queryByRole('button', { name: /^Send/ })).toBeNull();
  expect(screen.queryByText('Owner')).toBeNull();
});

it('does not call a service unavailable that can’t be read for a moment', async () => {
  answer('portal.item', () => refusal({ code: 'JIRA_UNAVAILABLE' }));
  open(true);
  expect(await screen.findByText(/Jira can't be reached/)).toBeVisible();
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(
    'This service can’t be shown right now',
  );
  cleanup();
  answer('portal.item', () => refusal({ code: 'NOT_FOUND' }));
  open(true);
  expect(
    await screen.findByRole('heading', { level: 1, name: 'This service is not available' }),
  ).toBeVisible();
});
