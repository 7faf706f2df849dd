import { render, screen } from '@testing-library/react';
import { docOf } from '../../products/shared/adf';
import { Adf } from './adf';

describe('a document', () => {
  it('shows marks, mentions and lists', () => {
    render(
      <Adf
        node={{
          type: 'doc',
          content: [
            {
              type: 'paragraph',
              content: [
                { type: 'text', text: 'bold', marks: [{ type: 'strong' }] },
                { type: 'mention', attrs: { id: 'x', text: '@Ingrid' } },
              ],
            },
            {
              type: 'bulletList',
              content: [
                {
                  type: 'listItem',
                  content: [{ type: 'paragraph', content: [{ type: 'text', text: 'one' }] }],
                },
              ],
            },
          ],
        }}
      />,
    );
    expect(screen.getByText('bold').tagName).toBe('STRONG');
    expect(screen.getByText('@Ingrid')).toHaveClass('mention');
    expect(screen.getByRole('listitem')).toHaveTextContent('one');
  });

  it('never makes a link that runs a script', () => {
    const evil = { type: 'link', attrs: { href: 'javascript:alert(1)' } };
    render(<Adf node={{ type: 'text', text: 'click', marks: [evil] }} />);
    expect(screen.queryByRole('link')).toBeNull();
    expect(screen.getByText('click')).toBeInTheDocument();
  });

  it('is made from text, a paragraph a line', () => {
    expect(docOf('a\n\nb').content).toHaveLength(3);
  });
});
