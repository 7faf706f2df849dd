import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Link, useLocation } from 'wouter';
import { prepareSurface } from '../../shared/testing/surface';
import { SAVED } from '../address/address-router';
import { ownHistory } from '../address/page-history';
import { At } from '../testing/at';
import { useState } from 'react';
import { useEdited } from './use-edited';
import { useUnsaved } from './use-unsaved';

jest.mock('@forge/bridge', (): unknown => jest.requireActual('../../shared/testing/bridge'));

const LAZY = { timeout: 15_000 };

function Editor() {
  const [text, setText, accept] = useEdited('', '/items/laptop');
  const [path, go] = useLocation();
  const [kept, keep] = useState('');
  useUnsaved(kept !== '', '/items/laptop', () => Promise.resolve(kept !== 'no'));
  return (
    <>
      <p>at {path}</p>
      <input aria-label="Kept" value={kept} onChange={(event) => keep(event.currentTarget.value)} />
      <input aria-label="Name" value={text} onChange={(event) => setText(event.currentTarget.value)} />
      <Link to="/items/laptop/form">Its form</Link>
      <Link to="/items">Items</Link>
      <button type="button" onClick={() => setTimeout(() => accept(text.toUpperCase(), text), 0)}>
        Save
      </button>
      <button type="button" onClick={() => go('/items', SAVED)}>
        Save and close
      </button>
    </>
  );
}

function open() {
  const history = ownHistory('/health');
  history.push('/items/laptop');
  const pushed = jest.spyOn(history, 'push');
  render(
    <At history={history}>
      <Editor />
    </At>,
  );
  return { user: userEvent.setup(), back: () => act(history.back), pushed };
}

const question = () => screen.findByRole('dialog', undefined, LAZY);
/** What a browser asks the page before it loads it again or closes it; true when the page wants people asked. */
const unloads = (): boolean => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));

beforeEach(() => prepareSurface());

describe('unsaved work', () => {
  it('is not left by a link without a question', async () => {
    const { user, pushed } = open();
    await user.type(screen.getByLabelText('Name'), 'Laptop');
    await user.click(screen.getByRole('link', { name: 'Items' }));
    expect(await question()).toHaveTextContent('Your changes on this page are not saved.');
    await user.click(screen.getByRole('button', { name: 'Keep editing' }));
    expect(screen.getByText('at /items/laptop')).toBeVisible();
    expect(screen.getByLabelText('Name')).toHaveValue('Laptop');
    expect(pushed).not.toHaveBeenCalled();
    await user.click(screen.getByRole('link', { name: 'Items' }));
    await question();
    await user.click(screen.getByRole('button', { name: 'Discard changes' }));
    expect(screen.getByText('at /items')).toBeVisible();
  });

  it('is not left by going back either: whoever stays finds the address as it was', async () => {
    const { user, back, pushed } = open();
    await user.type(screen.getByLabelText('Name'), 'Laptop');
    back();
    await question();
    expect(screen.getByLabelText('Name')).toHaveValue('Laptop');
    await user.click(screen.getByRole('button', { name: 'Keep editing' }));
    await waitFor(() => expect(pushed).toHaveBeenCalledWith('/items/laptop'));
    back();
    await question();
    await user.click(screen.getByRole('button', { name: 'Discard changes' }));
    expect(await screen.findByText('at /health')).toBeVisible();
  });

  it('is not lost by loading the page again, while there is any', async () => {
    const { user } = open();
    expect(unloads()).toBe(false);
    await user.type(screen.getByLabelText('Name'), 'Laptop');
    expect(unloads()).toBe(true);
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByDisplayValue('LAPTOP')).toBeVisible();
    expect(unloads()).toBe(false);
  });

  it('is what was typed while the rest was being saved', async () => {
    const { user } = open();
    await user.type(screen.getByLabelText('Name'), 'Lap');
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    fireEvent.change(screen.getByLabelText('Name'), { target: { value: 'Laptop' } });
    await act(async () => new Promise((resolve) => setTimeout(resolve, 20)));
    expect(screen.getByLabelText('Name')).toHaveValue('Laptop');
    expect(unloads()).toBe(true);
  });

  it('stays with what belongs to it: its own parts can be looked at', async () => {
    const { user } = open();
    await user.type(screen.getByLabelText('Name'), 'Laptop');
    await user.click(screen.getByRole('link', { name: 'Its form' }));
    expect(screen.getByText('at /items/laptop/form')).toBeVisible();
  });

  it('is saved on the way out where it saves itself, and asked about where that fails', async () => {
    const { user } = open();
    await user.type(screen.getByLabelText('Kept'), 'no');
    await user.click(screen.getByRole('link', { name: 'Items' }));
    await question();
    await user.click(screen.getByRole('button', { name: 'Keep editing' }));
    await user.type(screen.getByLabelText('Kept'), '?');
    await user.click(screen.getByRole('link', { name: 'Items' }));
    expect(await screen.findByText('at /items')).toBeVisible();
  });

  it('is none any more once it is saved', async () => {
    const { user } = open();
    await user.type(screen.getByLabelText('Name'), 'Laptop');
    await user.click(screen.getByRole('button', { name: 'Save and close' }));
    expect(screen.getByText('at /items')).toBeVisible();
  });
});
