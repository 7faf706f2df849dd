/** What has become of a form that is open, told with the save of its draft: sending it tells the same, and no other call is made for it. */
import { checkAnswers } from '../../catalog/domain/answers/answers';
import { beneficiaryOf, namedIn, whoAsks } from '../../catalog/domain/audience/beneficiary';
import { testedFacts } from '../../catalog/domain/form/facts';
import { ANY_DATE } from '../../catalog/domain/field-types';
import type { PublishedItem } from '../../catalog/domain/model';
import { AppFailure } from '../../kernel/errors';
import { orLogged } from '../../work/or-logged';
import { isFormOf, refuseUnlessFor } from './check-submission';
import type { FormNow } from '../domain/answers';
import type { Offered } from '../drafts/drafts';
import type { ListPorts } from '../reading/list-requests';
import { ownLike } from '../reading/own-like';
import type { Person, RequestPorts } from '../ports';
import { colleaguesLike, type SimilarPorts } from '../own/similar-requests';
import type { Submission } from './submission';

type FormNowPorts = ListPorts &
  SimilarPorts &
  Pick<RequestPorts, 'factsOf' | 'groupsOf' | 'itemInVersion' | 'maySee'>;

/**
 * How the item is offered now to who fills the form; of somebody else whom it names, whether it may be asked for them and what its
 * conditions know of them; and with `compares` what was asked already. What can't be told now is left out: the draft is kept all the same.
 */
export async function formNow(
  form: Submission,
  offered: Offered,
  person: Person,
  compares: boolean,
  ports: FormNowPorts,
): Promise<FormNow> {
  if (offered instanceof AppFailure) return { offered: goneAs(offered), ...replacementIn(offered) };
  const [isSame, whom, similar] = await Promise.all([
    orLogged('form.version', () => isFormOf(offered, form, ports), true),
    orLogged('form.whom', () => whomOf(offered, form, person, ports), null),
    // What is one's own and what colleagues share are told to nobody who asks in somebody's place.
    compares && person.by === undefined
      ? orLogged('form.similar', () => similarTo(offered, form, person, ports), null)
      : null,
  ]);
  return { offered: isSame ? 'same' : 'changed', ...(whom && { whom }), ...(similar && { similar }) };
}

const goneAs = ({ code }: AppFailure): 'retired' | 'gone' => (code === 'ITEM_RETIRED' ? 'retired' : 'gone');

function replacementIn({ params = {} }: AppFailure): Pick<FormNow, 'replacedBy'> {
  const { replacedBy } = params;
  return typeof replacedBy === 'string' && replacedBy !== '' ? { replacedBy } : {};
}

/** Of somebody else alone: of who fills the form the page tells it. */
async function whomOf(
  item: PublishedItem,
  { answers }: Submission,
  person: Person,
  ports: FormNowPorts,
): Promise<FormNow['whom'] | null> {
  const { content } = item;
  const given = { ...answers, ...namedIn(content, person) };
  const checked = checkAnswers(content.form, given, { ...ANY_DATE, rules: content.rules });
  const accountId = beneficiaryOf(content, checked.answers, person.accountId);
  if (accountId === person.accountId) return null;
  const problem = await whyNotFor(item, accountId, person, ports);
  if (problem !== null) return { accountId, problem };
  if (testedFacts(content).size === 0) return { accountId };
  const asking = { requester: whoAsks(person), beneficiary: accountId, visitor: person };
  return { accountId, facts: await ports.factsOf(content, asking) };
}

async function whyNotFor(
  item: PublishedItem,
  accountId: string,
  person: Person,
  ports: FormNowPorts,
): Promise<string | null> {
  try {
    await refuseUnlessFor(item, accountId, person, ports);
    return null;
  } catch (error) {
    const [problem] = (error instanceof AppFailure && error.fields) || [];
    if (problem === undefined) throw error;
    return problem.code;
  }
}

async function similarTo(
  item: PublishedItem,
  { answers }: Submission,
  person: Person,
  ports: FormNowPorts,
): Promise<NonNullable<FormNow['similar']>> {
  const [own, colleagues] = await Promise.all([
    ownLike(item, answers, person, ports),
    colleaguesLike(item, answers, person, ports),
  ]);
  return { own: [...own], colleagues: [...colleagues] };
}
