import { useEffect, useMemo } from 'react';
import { beneficiaryOf } from '../../../src/catalog/domain/audience/beneficiary';
import type { ItemPage } from '../../../src/catalog/domain/call-answers';
import { testedFacts } from '../../../src/catalog/domain/form/facts';
import type { Answers } from '../../../src/catalog/domain/model';
import { formState, sentAnswers } from '../../../src/catalog/domain/form/visibility';
import { error, type Finding } from '../../../src/kernel/finding';
import { RequestFailed } from '../../shared/api';
import { useLoad } from '../../shared/use-load';
import { useAsking } from './asking';
import type { DraftState } from './use-draft';

interface OfWhom {
  /** What the item's conditions may know of them. */
  readonly facts: Answers;
  /** Why it can't be asked for them, at the question that names them. */
  readonly problem?: Finding | undefined;
}

/**
 * What there is to know of whom the request is for: the page tells it of who asks. Of anybody else it is told with the draft, which is saved at
 * once when they are named, and asked for where no draft could be saved. Until it is known, what depends on it does not hold.
 */
export function useFacts({ item, facts }: ItemPage, answers: Answers, draft: DraftState): OfWhom {
  const { content } = item;
  const { onBehalf } = content;
  const isTested = useMemo(() => testedFacts(content).size > 0, [content]);
  const { accountId: me, factsOf } = useAsking();
  const named =
    onBehalf === undefined
      ? me
      : beneficiaryOf(content, sentAnswers(formState(content.form, answers, content.rules), answers), me);
  const { save, now } = draft;
  const told = now?.whom?.accountId === named ? now.whom : undefined;
  useEffect(() => {
    if (named !== me && draft.isPending) void save();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when they are named
  }, [named, me]);
  const asks = isTested && named !== me && told === undefined && !draft.isPending;
  const { loaded } = useLoad(`${item.id} ${named} ${asks}`, async () =>
    asks ? factsOf(item.id, named) : { facts },
  );
  if (named === me || (!isTested && told?.problem === undefined)) return { facts };
  if (told?.problem !== undefined)
    return { facts: NOT_KNOWN_YET, problem: error(told.problem, onBehalf?.field ?? '') };
  if (told?.facts !== undefined) return { facts: told.facts };
  if (!asks || loaded.state === 'loading') return { facts: NOT_KNOWN_YET };
  if (loaded.state === 'ready') return { facts: loaded.value.facts };
  const [problem] = loaded.error instanceof RequestFailed ? loaded.error.fields : [];
  return { facts: NOT_KNOWN_YET, problem };
}

const NOT_KNOWN_YET: Answers = { '@forOther': true };
