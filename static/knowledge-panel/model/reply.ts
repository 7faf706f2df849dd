/** A public reply that points the requester to an article, as an Atlassian document. */

interface Reply {
  readonly text: string;
  readonly title: string;
  /** Absolute address of the article. */
  readonly url: string;
}

const paragraph = (content: readonly unknown[]): unknown => ({ type: 'paragraph', content });

/** What the agent wrote, one paragraph a line, and below it the title as a link. */
export const replyDocument = ({ text, title, url }: Reply): unknown => {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return {
    type: 'doc',
    version: 1,
    content: [
      ...lines.map((line) => paragraph([{ type: 'text', text: line }])),
      paragraph([{ type: 'text', text: title, marks: [{ type: 'link', attrs: { href: url } }] }]),
    ],
  };
};
