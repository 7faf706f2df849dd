import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { PageHeader } from './page-header';

function Screen() {
  const [page, setPage] = useState('Catalog');
  return (
    <>
      <button onClick={() => setPage('Approvals')}>Approvals tab</button>
      {page === 'Catalog' && <button onClick={() => setPage('Laptop')}>Laptop tile</button>}
      <PageHeader key={page} title={page} />
    </>
  );
}

const title = () => screen.getByRole('heading', { level: 1 });

it('takes the focus where what led to the page went away, and nowhere else', async () => {
  jest.spyOn(document, 'hasFocus').mockReturnValue(true);
  const user = userEvent.setup();
  render(<Screen />);
  // The first page of a screen: the focus is the product's.
  expect(title()).not.toHaveFocus();
  await user.click(screen.getByRole('button', { name: 'Laptop tile' }));
  expect(title()).toHaveTextContent('Laptop');
  expect(title()).toHaveFocus();
  // A tab is still there.
  await user.click(screen.getByRole('button', { name: 'Approvals tab' }));
  expect(screen.getByRole('button', { name: 'Approvals tab' })).toHaveFocus();
});

it('leaves the focus where it is while that is elsewhere in the product', async () => {
  jest.spyOn(document, 'hasFocus').mockReturnValue(false);
  render(<Screen />);
  await userEvent.click(screen.getByRole('button', { name: 'Laptop tile' }));
  expect(title()).not.toHaveFocus();
});
