import { render, screen } from '@testing-library/react';
import { answerProduct, resetBridge } from '../../shared/testing/bridge';
import { prepareSurface } from '../../shared/testing/surface';
import { Differences } from './differences';

jest.mock('@forge/bridge', (): unknown => jest.requireActual('../../shared/testing/bridge'));

beforeEach(() => {
  resetBridge();
  prepareSurface();
  answerProduct('/rest/api/3/user?accountId=anna', { accountId: 'anna', displayName: 'Anna Weber' });
});

it.each([
  [
    'came',
    { path: 'assistants.anna', after: { id: 'anna', from: '2026-01-02' } },
    /^Assistants › Anna Weber: nothing → from .*2026$/,
  ],
  [
    'went',
    { path: 'assistants.anna', before: { id: 'anna' } },
    /^Assistants › Anna Weber: without an end → nothing$/,
  ],
  [
    'ends on another day',
    { path: 'assistants.anna.until', after: '2027-05-06' },
    /^Assistants › Anna Weber: nothing → until .*2027$/,
  ],
])('names an assistant who %s, with the days', async (_, difference, words) => {
  render(<Differences differences={[difference]} />);
  await screen.findByText(/Anna Weber/);
  expect(screen.getByRole('listitem').textContent?.replaceAll('\u00a0', ' ')).toMatch(words);
});
