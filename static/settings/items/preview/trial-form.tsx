import { useMemo, useState } from 'react';
import type { ItemPage } from '../../../../src/catalog/domain/call-answers';
import { inLanguage } from '../../../../src/catalog/domain/item/item-texts';
import type { Answers, ItemContent } from '../../../../src/catalog/domain/model';
import { offeredItem, textsIn } from '../../../../src/catalog/domain/item/offered-item';
import type { Language } from '../../../../src/kernel/text';
import type { TriedRequest } from '../../../../src/requests/domain/answers';
import { watchedFields } from '../../../../src/sla/engine/history';
import forms from '../../../kit/forms.module.css';
import { type Asking, AskingProvider } from '../../../portal/form/asking';
import { FirstDayProvider } from '../../../portal/form/first-day';
import { HomeProvider } from '../../../portal/home-data';
import { ItemHeader } from '../../../portal/item/item-header';
import { ItemRequest } from '../../../portal/item/item-request';
import { TrialOutcome, type TrialOutcomeProps } from './trial-outcome';

interface Props extends Pick<TrialOutcomeProps, 'around'> {
  readonly page: ItemPage;
  /** As it is edited. */
  readonly content: ItemContent;
  readonly language: Language;
  /** Who asks. */
  readonly accountId: string;
  readonly factsOf: Asking['factsOf'];
  /** What sending these answers would make; `null` where it can't be tried now. Left out for those who test nothing. */
  readonly tryIt: ((answers: Answers) => Promise<TriedRequest | null>) | undefined;
}

/** A page of the portal outside the portal: of the catalog around it nothing is known. */
const NO_HOME = {
  loaded: { state: 'loading' },
  reload: () => undefined,
  replace: () => undefined,
  update: () => undefined,
} as const;
const NOTHING = async (): Promise<never> => new Promise(() => undefined);

/** An item's page as the portal shows it, with a form that can be tried, and what trying it came to. */
export function TrialForm({ page, content, language, accountId, factsOf, tryIt, around }: Props) {
  const [tried, setTried] = useState<TriedRequest | null>(null);
  const item = useMemo(() => {
    const needs = { fields: watchedFields(page.definitions), values: textsIn(page.definitions) };
    const { id, version, publishedAt } = page.item;
    const isTold = content.price?.hidden !== true || page.item.content.price !== undefined;
    return offeredItem({ id, version, publishedAt, content: inLanguage(content, language) }, needs, isTold);
  }, [page, content, language]);
  const asking: Asking = {
    accountId,
    isTrial: true,
    factsOf,
    send:
      tryIt &&
      (async ({ answers }) => {
        const outcome = await tryIt(answers);
        if (outcome !== null) setTried(outcome);
        return null;
      }),
  };
  return (
    <>
      <div lang={language} className={forms.card}>
        <AskingProvider value={asking}>
          <HomeProvider value={NO_HOME}>
            <FirstDayProvider value={page.firstDay}>
              <ItemHeader content={item.content} />
              <ItemRequest page={{ ...page, item }} carried={null} onFormChanged={NOTHING} />
            </FirstDayProvider>
          </HomeProvider>
        </AskingProvider>
      </div>
      {tried !== null && (
        <TrialOutcome tried={tried} content={content} requester={accountId} around={around} />
      )}
    </>
  );
}
