import { useMemo } from 'react';
import { beneficiaryOf } from '../../../src/catalog/domain/audience/beneficiary';
import type { ItemPage } from '../../../src/catalog/domain/call-answers';
import { testedFacts } from '../../../src/catalog/domain/form/facts';
import type { Answers } from '../../../src/catalog/domain/model';
import { formState, sentAnswers } from '../../../src/catalog/domain/form/visibility';
import { useLoad } from '../../shared/use-load';
import { useAsking } from './asking';

/**
 * What the item's conditions may know of whom the request is for: the page tells it of who asks, and anybody else is asked about
 * once they are named. Until that is known, what depends on it does not hold.
 */
export function useFacts({ item, facts }: ItemPage, answers: Answers): Answers {
  const { content } = item;
  const isNeeded = useMemo(() => testedFacts(content).size > 0, [content]);
  const { accountId: me, factsOf } = useAsking();
  const named = isNeeded
    ? beneficiaryOf(content, sentAnswers(formState(content.form, answers, content.rules), answers), me)
    : me;
  const { loaded } = useLoad(`${item.id} ${named}`, async () =>
    named === me ? { facts } : factsOf(item.id, named),
  );
  if (named === me) return facts;
  return loaded.state === 'ready' ? loaded.value.facts : NOT_KNOWN_YET;
}

const NOT_KNOWN_YET: Answers = { '@forOther': true };
