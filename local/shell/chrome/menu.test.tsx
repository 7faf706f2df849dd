import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Menu } from './menu';

const open = async (onChoose: () => void) => {
  render(
    <Menu label="Status">
      <button type="button" onClick={onChoose}>
        Resolve
      </button>
    </Menu>,
  );
  await userEvent.click(screen.getByRole('button', { name: /Status/ }));
};

describe('a menu', () => {
  it('closes after a choice', async () => {
    const chosen = jest.fn();
    await open(chosen);
    await userEvent.click(screen.getByRole('button', { name: 'Resolve' }));
    expect(chosen).toHaveBeenCalledTimes(1);
    expect(screen.queryByRole('button', { name: 'Resolve' })).toBeNull();
  });

  it('closes with Escape and gives the focus back', async () => {
    await open(() => undefined);
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('button', { name: 'Resolve' })).toBeNull();
    expect(screen.getByRole('button', { name: /Status/ })).toHaveFocus();
  });

  it('closes with a click elsewhere', async () => {
    await open(() => undefined);
    await userEvent.click(document.body);
    expect(screen.queryByRole('button', { name: 'Resolve' })).toBeNull();
  });
});
