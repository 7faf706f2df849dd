import type { ReactNode } from 'react';
import type { OfferedContent } from '../../../src/catalog/domain/call-answers';
import { localized } from '../../shared/i18n';
import { PageHeader } from '../../shared/page-header';

interface Props {
  readonly content: Pick<OfferedContent, 'name' | 'summary'>;
  /** What leads to it. */
  readonly children?: ReactNode;
}

/** What an item is called, and in short what it is. */
export const ItemHeader = ({ content, children }: Props) => (
  <PageHeader title={localized(content.name)} breadcrumbs={children}>
    <p>{localized(content.summary)}</p>
  </PageHeader>
);
