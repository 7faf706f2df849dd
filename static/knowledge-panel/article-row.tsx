import Button from '@atlaskit/button/default/button';
import { lazy, Suspense, useState } from 'react';
import type { LinkKind } from '../../src/knowledge/domain/model';
import { formatDate } from '../shared/dates';
import { ErrorView } from '../shared/error-view';
import { t } from '../shared/i18n';
import { openInNewTab, pageUrl } from '../shared/navigation';
import type { IssueRef } from './data/issue';
import { Snippet } from './snippet';
import styles from './article-row.module.css';

const ShareForm = lazy(() => import('./share-form').then((module) => ({ default: module.ShareForm })));

export interface RowActions {
  readonly issue: IssueRef;
  readonly canLink: boolean;
  readonly link: (pageId: string, kind: Exclude<LinkKind, 'pinned'>) => Promise<void>;
  readonly unlink: (pageId: string) => Promise<void>;
  /** What a screen reader should hear. */
  readonly onSaid: (text: string) => void;
}

interface Props extends RowActions {
  readonly article: {
    readonly pageId: string;
    readonly title: string;
    readonly excerpt?: string;
    readonly updatedAt?: string;
  };
  readonly pinned?: boolean;
  readonly linkKind?: LinkKind;
}

/** One article: what it says, how it is linked, and what can be done with it. */
export function ArticleRow(props: Props) {
  const { article, pinned = false, linkKind, issue, canLink, link, unlink, onSaid } = props;
  const [busy, setBusy] = useState(false);
  const [sharing, setSharing] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const run = (work: Promise<void>, done: string): void => {
    setBusy(true);
    setError(null);
    work.then(() => onSaid(t(done, { title: article.title })), setError).finally(() => setBusy(false));
  };
  const url = pageUrl(article.pageId);
  const button = (key: string, onClick: () => void) => (
    <Button
      spacing="compact"
      isDisabled={busy}
      aria-label={`${t(`knowledge.${key}`)}: ${article.title}`}
      onClick={onClick}
    >
      {t(`knowledge.${key}`)}
    </Button>
  );
  return (
    <li className={styles.row}>
      <a
        className={styles.title}
        href={url}
        onClick={(event) => {
          event.preventDefault();
          void openInNewTab(url);
        }}
      >
        {article.title}
      </a>
      {article.excerpt !== undefined && article.excerpt !== '' && <Snippet excerpt={article.excerpt} />}
      <p className={styles.meta}>
        {linkKind !== undefined && <span className={styles.tag}>{t(`knowledge.kind.${linkKind}`)}</span>}
        {pinned && <span className={styles.tag}>{t('knowledge.pinned')}</span>}
        {article.updatedAt !== undefined && article.updatedAt !== '' && (
          <span>{t('knowledge.updated', { at: formatDate(article.updatedAt) })}</span>
        )}
      </p>
      {canLink && !sharing && (
        <div className={styles.actions}>
          {linkKind === undefined &&
            button('link', () => run(link(article.pageId, 'linked'), 'knowledge.said.linked'))}
          {linkKind !== 'resolved' &&
            button('solved', () => run(link(article.pageId, 'resolved'), 'knowledge.said.solved'))}
          {button('share', () => setSharing(true))}
          {linkKind !== undefined &&
            button('unlink', () => run(unlink(article.pageId), 'knowledge.said.unlinked'))}
        </div>
      )}
      {sharing && (
        <Suspense fallback={null}>
          <ShareForm
            issue={issue}
            article={article}
            onClose={() => setSharing(false)}
            onShared={() => {
              setSharing(false);
              run(link(article.pageId, 'shared'), 'knowledge.said.shared');
            }}
          />
        </Suspense>
      )}
      {error !== null && <ErrorView error={error} title={t('knowledge.failed')} />}
    </li>
  );
}
