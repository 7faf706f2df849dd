import { render, screen } from '@testing-library/react';
import { resetBridge } from '../shared/testing/bridge';
import { prepareSurface } from '../shared/testing/surface';
import { At } from '../kit/testing/at';
import { type Home, HomeProvider } from './home-data';
import { Navigation } from './navigation';
import { homeLoad, homeOf } from './testing/samples';

jest.mock('@forge/bridge', (): unknown => jest.requireActual('../shared/testing/bridge'));

beforeEach(() => {
  resetBridge();
  prepareSurface();
});

function tabs(home: Partial<Home>, path = '/catalog'): readonly string[] {
  render(
    <At path={path}>
      <HomeProvider value={homeLoad(home)}>
        <Navigation />
      </HomeProvider>
    </At>,
  );
  return screen.getAllByRole('link').map((link) => link.textContent ?? '');
}
const me = homeOf().me;
const OWN = ['Catalog', 'My requests', 'Approvals'];

it.each([
  ['a requester', {}, OWN],
  ['whoever works on requests', { serves: true }, [...OWN, 'SLA board']],
  ['a manager', { me: { ...me, roles: ['catalogManager'] as const } }, [...OWN, 'SLA board', 'Manage']],
  ['a reader without Jira', { me: { ...me, jira: false } }, ['Catalog']],
])('offers %s what they have use of', (_, home, expected) => {
  expect(tabs(home)).toEqual(expected);
});

it('names the board to whoever opens it by its address', () => {
  expect(tabs({}, '/board')).toEqual([...OWN, 'SLA board']);
});
