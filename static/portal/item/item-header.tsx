import type { ReactNode } from 'react';
import type { OfferedContent } from '../../../src/catalog/domain/call-answers';
import { localized } from '../../shared/i18n';
import { PageHeader } from '../../shared/page-header';

interface Props {
  readonly content: Pick<OfferedContent, 'name' | 'summary'>;
  /** What leads to it. */
  readonly children?: ReactNode;
  /** What can be done with it beside asking for it. */
  readonly actions?: ReactNode;
}

/** What an item is called, and in short what it is. */
export const ItemHeader = ({ content, children, actions }: Props) => (
  <PageHeader title={localized(content.name)} breadcrumbs={children} actions={actions}>
    <p>{localized(content.summary)}</p>
  </PageHeader>
);
