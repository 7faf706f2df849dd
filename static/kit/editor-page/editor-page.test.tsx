import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ownHistory } from '../address/page-history';
import { At } from '../testing/at';
import { prepareSurface } from '../../shared/testing/surface';
import { EditorPage } from './editor-page';
import type { EditorFinding } from './findings';
import { FindingsAt } from './findings-at';

jest.mock('@forge/bridge', (): unknown => jest.requireActual('../../shared/testing/bridge'));

const saved = jest.fn();
const NONE: readonly EditorFinding[] = [];

const field = (path: string) => (
  <FindingsAt path={path}>
    <input aria-label={path} />
  </FindingsAt>
);
const sections = [
  { key: 'general', title: 'General', paths: ['name'], content: field('name') },
  { key: 'goals', title: 'Goals', paths: ['goals'], content: field('goals.0.target') },
  { key: 'order', title: 'Order', expert: 'As usual', paths: ['order'], content: field('order') },
];

const shown = (findings: readonly EditorFinding[], parts: { readOnly?: boolean } = {}) => (
  <EditorPage
    back={{ to: '/metrics', text: 'SLAs' }}
    title="Delivery"
    sections={sections}
    findings={findings}
    readOnly={false}
    saving={false}
    onSave={saved}
    onCancel={() => undefined}
    {...parts}
  />
);

function open(findings: readonly EditorFinding[] = NONE, path = '/metrics/1', readOnly = false) {
  const history = ownHistory(path);
  const { rerender } = render(<At history={history}>{shown(findings, { readOnly })}</At>);
  return {
    history,
    user: userEvent.setup(),
    answer: (next: readonly EditorFinding[]) => rerender(<At history={history}>{shown(next)}</At>),
  };
}

const contents = () => within(screen.getByRole('navigation', { name: 'Sections' }));

beforeEach(() => {
  prepareSurface();
  saved.mockClear();
});

describe('an editor page', () => {
  it('leads back to its list, and saves with the keyboard from any field', async () => {
    const { user } = open();
    expect(screen.getByRole('link', { name: 'Back to SLAs' })).toHaveAttribute('href', '/metrics');
    await user.type(screen.getByLabelText('goals.0.target'), '4{Enter}');
    expect(saved).toHaveBeenCalledTimes(1);
  });

  it('offers nothing to save to those who only look', () => {
    open(NONE, '/metrics/1', true);
    expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
    expect(screen.getByRole('link', { name: 'Back to SLAs' })).toBeVisible();
  });

  it('keeps the section somebody was led to in the address', async () => {
    const { user, history } = open();
    await user.click(contents().getByRole('link', { name: 'Goals' }));
    expect(screen.getByRole('region', { name: 'Goals' })).toHaveFocus();
    await screen.findByRole('region', { name: 'Goals' });
    await new Promise((done) => setTimeout(done, 250));
    expect(history.location.search).toBe('?section=goals');
    expect(contents().getByRole('link', { name: 'Goals' })).toHaveAttribute('aria-current', 'location');
  });

  it('opens at the section the address names, unfolded', () => {
    open(NONE, '/metrics/1?section=order');
    expect(screen.getByRole('region', { name: 'Order' })).toHaveFocus();
    expect(screen.getByLabelText('order')).toBeVisible();
  });

  it('goes to a section with a select where there is no room for a list', async () => {
    const { user } = open();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Go to section' }), 'Order (expert)');
    expect(screen.getByLabelText('order')).toBeVisible();
  });

  it('folds what is for experts, with what is set there', async () => {
    const { user } = open();
    expect(screen.getByText('As usual')).toBeVisible();
    expect(screen.queryByLabelText('order')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Order', expanded: false }));
    expect(screen.getByLabelText('order')).toBeVisible();
  });

  it('shows a refusal at its field, opens what is folded around it and goes there', async () => {
    const { user, answer } = open();
    answer([{ at: 'order', severity: 'error', text: 'Nothing is ordered' }]);
    expect(screen.getByLabelText('order')).toHaveFocus();
    expect(screen.getAllByText('Nothing is ordered')).toHaveLength(1);
    expect(contents().getByRole('img', { name: 'needs attention' })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Order', expanded: true }));
    expect(screen.queryByLabelText('order')).toBeNull();
    const list = screen.getByText("This can't be saved yet").closest('section, div[class]');
    await user.click(within(list as HTMLElement).getByRole('button', { name: 'Order' }));
    expect(screen.getByLabelText('order')).toHaveFocus();
  });

  it('moves nobody for a warning', () => {
    open([{ at: 'goals.0', severity: 'warning', text: 'Short' }]);
    expect(document.body).toHaveFocus();
    expect(screen.getByText('Warnings')).toBeVisible();
  });
});
