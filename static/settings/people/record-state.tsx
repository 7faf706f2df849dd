import Lozenge from '@atlaskit/lozenge';
import { useState } from 'react';
import { oldBefore } from '../../../src/people/domain/fresh';
import type { PersonRecord } from '../../../src/people/domain/person';
import { t } from '../../shared/i18n';
import type { SectionRow } from '../shared/section';

/** What keeps a record from being relied on; nothing of one that is in order. */
export function RecordState({ row: { state, changedAt } }: { readonly row: SectionRow<PersonRecord> }) {
  const [now] = useState(() => Date.now());
  if (state === 'missing')
    return <Lozenge appearance="default">{t('settings.people.state.missing')}</Lozenge>;
  return (
    <>
      {state === 'gone' && <Lozenge appearance="removed">{t('settings.people.state.gone')}</Lozenge>}{' '}
      {changedAt < oldBefore(now) && <Lozenge appearance="moved">{t('settings.people.state.old')}</Lozenge>}
    </>
  );
}
