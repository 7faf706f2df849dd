import Button from '@atlaskit/button/default/button';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { ItemPage } from '../../../src/catalog/domain/call-answers';
import type { Destination } from '../../../src/catalog/domain/model';
import { isWebAddress } from '../../../src/catalog/domain/texts/web-address';
import { NO_DRAFT } from '../../../src/requests/domain/draft-list';
import forms from '../../kit/forms.module.css';
import { localized, t } from '../../shared/i18n';
import { openInNewTab } from '../../shared/navigation';
import { itemAddress } from '../addresses';
import { draftAddress } from '../drafts/draft-words';
import { Reader } from '../reader/reader';

interface Props {
  readonly to: Destination;
  readonly page: ItemPage;
  /** Before another item is opened. */
  readonly onLeave?: (itemId: string) => void;
}

/** The button that leads on: to another item as far as the viewer may order it, to an article as far as they may read it. */
export function LeadTo({ to, page, onLeave }: Props) {
  const [, go] = useLocation();
  const [isReading, setReading] = useState(false);
  // A draft that is looked at may have an address that is not written yet.
  if (to.kind === 'url' && !isWebAddress(to.url)) return null;
  if (to.kind === 'url')
    return (
      <Button appearance="primary" onClick={() => void openInNewTab(to.url)}>
        {t('portal.lead.url', { site: new URL(to.url).host })}
      </Button>
    );
  if (to.kind === 'page') {
    if (!page.confluence) return <p className={forms.hint}>{t('portal.knowledge.notConnected')}</p>;
    return (
      <>
        <Button appearance="primary" onClick={() => setReading(true)}>
          {t('portal.lead.page')}
        </Button>
        {isReading && <Reader pageId={to.id} onClose={() => setReading(false)} />}
      </>
    );
  }
  const item = page.ledTo?.find(({ id }) => id === to.id);
  if (item === undefined) return <p className={forms.hint}>{t('portal.lead.notForYou')}</p>;
  return (
    <Button
      appearance="primary"
      onClick={() => {
        onLeave?.(to.id);
        // What was brought begins a draft of its own.
        go(onLeave ? draftAddress(to.id, NO_DRAFT) : itemAddress(to.id));
      }}
    >
      {t('portal.lead.item', { item: localized(item.name) })}
    </Button>
  );
}
