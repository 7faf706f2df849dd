import SectionMessage from '@atlaskit/section-message';
import { useEffect, useId, useRef, useState } from 'react';
import type { ItemPreview as Shown } from '../../../../src/catalog/domain/call-answers';
import type { ItemContent } from '../../../../src/catalog/domain/model';
import type { Language } from '../../../../src/kernel/text';
import { LabelledField } from '../../../kit/controls/labelled-field';
import { Choice } from '../../../kit/controls/choice';
import { languageOptions, useLanguages } from '../../../kit/controls/languages';
import forms from '../../../kit/forms.module.css';
import { call } from '../../../shared/api';
import { viewer } from '../../../shared/context';
import { readsIn, t } from '../../../shared/i18n';
import { useLoad } from '../../../shared/use-load';
import { UserName } from '../../../shared/user-name';
import { UserPicker } from '../../../shared/user-picker';
import { Loading } from '../../shared/loading';
import { WhyHidden } from '../../shared/why-hidden';
import type { ItemTabProps } from '../item-tab-props';
import { TrialForm } from './trial-form';

export interface PreviewProps extends Omit<ItemTabProps, 'item'> {
  readonly itemId: string;
  /** As it is edited. */
  readonly content: ItemContent;
  /** Grows as the draft is stored. */
  readonly rev: number;
  /** Stores what is not stored; answers whether it is. Left out for those who may only look: they test nothing. */
  readonly save: (() => Promise<boolean>) | undefined;
}

/** The item's page as the portal shows it, live as it is edited: in each language, to any person, with a form that can be tried. */
export function ItemPreview({ itemId, rev, ...props }: PreviewProps) {
  const [person, setPerson] = useState<string | null>(null);
  const [language, setLanguage] = useState(readsIn());
  const { all } = useLanguages();
  const pickerId = useId();
  const who = person === null ? {} : { person };
  const { loaded, reload } = useLoad(`preview:${itemId}:${person ?? ''}`, () =>
    call('portal.preview', { itemId, ...who }),
  );
  const shownRev = useRef(rev);
  useEffect(() => {
    if (shownRev.current !== rev) reload();
    shownRev.current = rev;
  }, [rev, reload]);
  const accountId = person ?? viewer().accountId ?? '';
  return (
    <>
      <div className={forms.pair}>
        <LabelledField id={pickerId} label={t('settings.preview.person')}>
          <UserPicker
            inputId={pickerId}
            label={t('settings.preview.person')}
            value={person}
            onChange={setPerson}
          />
        </LabelledField>
        <div className={forms.field}>
          <span className={forms.label}>{t('settings.preview.language')}</span>
          <Choice
            label={t('settings.preview.language')}
            options={languageOptions(all)}
            value={all.includes(language) ? language : 'en'}
            readOnly={false}
            onChange={setLanguage}
          />
        </div>
      </div>
      {loaded.state === 'ready' ? (
        <ShownItem
          key={accountId}
          {...props}
          itemId={itemId}
          language={language}
          shown={loaded.value}
          accountId={accountId}
        />
      ) : (
        <Loading loaded={loaded} onRetry={reload} />
      )}
    </>
  );
}

interface ShownProps extends Omit<PreviewProps, 'rev'> {
  readonly shown: Shown;
  readonly accountId: string;
  readonly language: Language;
}

function ShownItem({ itemId, content, shown, accountId, language, save, ...around }: ShownProps) {
  const { page, hidden } = shown;
  const preview = async (person: string) => call('portal.preview', { itemId, person });
  if (hidden !== null)
    return (
      <SectionMessage appearance="warning" title={t('settings.preview.hidden')}>
        <p>
          <UserName accountId={accountId} />.{' '}
          <WhyHidden hidden={hidden} categories={around.list.categories} />
        </p>
      </SectionMessage>
    );
  return (
    <TrialForm
      page={page}
      content={content}
      language={language}
      accountId={accountId}
      around={around}
      factsOf={async (_, person) => {
        const { facts } = (await preview(person)).page;
        return { facts: { ...facts, ...('@forOther' in facts && { '@forOther': true }) } };
      }}
      tryIt={
        save &&
        (async (answers) =>
          (await save()) ? call('requests.try', { itemId, person: accountId, answers }) : null)
      }
    />
  );
}
