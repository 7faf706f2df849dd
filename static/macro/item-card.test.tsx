import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { prepareSurface } from '../shared/testing/surface';
import { ItemCard } from './item-card';
import { placeHere } from './place-here';

const gone: unknown[] = [];
let answer: unknown;

jest.mock('@forge/bridge', () => ({
  makeInvoke: () => () => Promise.resolve(answer),
  NavigationTarget: { Module: 'module' },
  router: { navigate: (to: unknown) => Promise.resolve(void gone.push(to)) },
  view: {},
}));

const card = (over: object) => ({
  ok: true,
  value: {
    itemId: 'vpn',
    name: { en: 'VPN access', ru: 'Доступ к VPN' },
    summary: { en: 'Work from anywhere' },
    icon: 'lock',
    solved: 0,
    mayRequest: true,
    ...over,
  },
});

beforeEach(() => {
  gone.length = 0;
  prepareSurface({ extension: { content: { id: 7 }, config: { itemId: 'vpn' } } });
});

describe('the item card', () => {
  it('leads to the item in the catalog beside Confluence', async () => {
    answer = card({});
    render(<ItemCard place={placeHere()} />);
    await userEvent.click(await screen.findByRole('button', { name: 'Request this service' }));
    expect(gone).toEqual([
      { target: 'module', moduleKey: 'pledge-confluence-portal', path: '/catalog/item/vpn' },
    ]);
  });

  it('explains why nothing can be requested', async () => {
    answer = card({ mayRequest: false });
    render(<ItemCard place={placeHere()} />);
    expect(await screen.findByText(/you need access to Jira/)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Request this service' })).toBeDisabled();
  });

  it('tells the author to choose an item first', () => {
    render(<ItemCard place={{ itemId: null, pageId: null }} />);
    expect(screen.getByText('No service chosen yet')).toBeInTheDocument();
  });

  it('says quietly that there is nothing for a viewer who may not know of the item', async () => {
    answer = { ok: false, error: { code: 'NOT_FOUND', message: '', retryable: false } };
    render(<ItemCard place={placeHere()} />);
    expect(await screen.findByText('This service is not available to you')).toBeInTheDocument();
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.queryByText(/vpn/i)).toBeNull();
  });
});
