/** The comment as an Atlassian document: mentions first, so that Jira's own bell and mail reach them. */

export interface AdfDocument {
  readonly type: 'doc';
  readonly version: 1;
  readonly content: readonly unknown[];
}

/** One paragraph: everybody addressed, then the sentence. Text is a text node, never markup. */
export const mentionParagraph = (accountIds: readonly string[], sentence: string): AdfDocument => ({
  type: 'doc',
  version: 1,
  content: [
    {
      type: 'paragraph',
      content: [
        ...accountIds.flatMap((id) => [
          { type: 'mention', attrs: { id } },
          { type: 'text', text: ' ' },
        ]),
        { type: 'text', text: sentence },
      ],
    },
  ],
});
