import { useCallback, useMemo, useState } from 'react';
import type { ItemPage, ToldDraft } from '../../../src/catalog/domain/call-answers';
import { namedIn } from '../../../src/catalog/domain/audience/beneficiary';
import { checkAnswers } from '../../../src/catalog/domain/answers/answers';
import { carryOver } from '../../../src/catalog/domain/answers/carry-over';
import { withoutFacts } from '../../../src/catalog/domain/form/facts';
import type { Source } from '../../../src/catalog/domain/answers/defaults';
import type {
  Answer,
  Answers,
  DraftSave,
  FormField,
  OtherAnswer,
  Text,
} from '../../../src/catalog/domain/model';
import { withOthers } from '../../../src/catalog/domain/answers/other-answers';
import { hasPart } from '../../../src/catalog/domain/kinds';
import { earliestFor } from '../../../src/catalog/domain/field-types';
import { type FieldState, type ledBy, withHeld } from '../../../src/catalog/domain/form/visibility';
import type { Finding } from '../../../src/kernel/finding';
import { todayThere } from '../../shared/dates';
import { useReturn } from '../../kit/use-return';
import { useAsking } from './asking';
import { earliestDates } from './earliest-date';
import { useComparedWords } from './similar/use-compared-words';
import { type DraftState, useDraft } from './use-draft';
import { useFacts } from './use-facts';
import { type Sending, type Sent, useSending } from './use-sending';
import { useStart } from './use-start';

/** A form that was begun: as it was asked then, the answers, and the token it will be sent with. */
export interface BegunForm {
  readonly form: readonly FormField[];
  readonly answers: Answers;
  /** Of a former form, that this one did not ask for. */
  readonly others: readonly OtherAnswer[];
  readonly clientToken: string;
  /** What led here, where another item did. */
  readonly from?: Text | undefined;
  /** That one's answers stand in a text of this form. */
  readonly isSpoken?: boolean | undefined;
  /** The save of its draft that it goes on from. */
  readonly saved?: DraftSave | undefined;
}

export interface FormOutcome {
  readonly onSent: (sent: Sent) => void;
  /** The item asks something else now; resolves when the new form is there, throws when there is none. */
  readonly onFormChanged: (begun: BegunForm) => Promise<void>;
  readonly onSaved: (draft: ToldDraft) => void;
  /** Somebody came back to a form that they have not touched. */
  readonly onReturn?: (() => void) | undefined;
}

export interface RequestFormState {
  /** With what is known of whom it is for. */
  readonly answers: Answers;
  readonly fields: ReadonlyMap<string, FieldState>;
  /** Problems that are due to be shown: of fields that were left, or all after a try to send. */
  readonly problems: ReadonlyMap<string, Finding>;
  /** Answers that the form has no place for. */
  readonly others: readonly OtherAnswer[];
  /** Takes one of them away. */
  readonly dropOther: (other: OtherAnswer) => void;
  /** The form is another than the one that was begun. */
  readonly isChanged: boolean;
  /** All that was filled in, for the form of another item, with its draft. */
  readonly begun: () => BegunForm;
  readonly clientToken: string;
  /** Goes on in the form that the item has now; throws where it can't be read. */
  readonly toNewForm: () => Promise<void>;
  /** Goes on as another draft: what is stored stays as it is. */
  readonly asAnother: () => void;
  /** Why a rule of the item does not let the form be sent; `null` when it does. */
  readonly blocked: Text | null;
  /** What people are led to in the place of sending; `null` when nothing is. */
  readonly lead: ReturnType<typeof ledBy>;
  readonly sending: Sending;
  readonly draft: DraftState;
  /** Where an answer comes from that the form began with, as long as it is that. */
  readonly sourceOf: (fieldId: string) => Source | undefined;
  readonly change: (fieldId: string, answer: Answer) => void;
  readonly leave: (fieldId: string) => void;
  /** The first day (`YYYY-MM-DD`) that a question takes; `undefined` where it takes any, or asks for no day. */
  readonly earliestOf: (field: FormField) => string | undefined;
}

/** Whoever was away so long is told what has become of the form before they go on with it. */
const RETURN_MS = 5 * 60_000;

/** Told while typing: there is no use in waiting until the field is left. */
const AT_ONCE: readonly string[] = ['tooLong', 'formTooLong'];

/** The life of one form: answers, what is wrong with them, the draft, and the sending. */
export function useRequestForm(
  page: ItemPage,
  carried: BegunForm | null,
  { onSent, onFormChanged, onSaved, onReturn }: FormOutcome,
): RequestFormState {
  const { item, draft: stored } = page;
  const { form, rules: formRules } = item.content;
  const { accountId, by, isTrial } = useAsking();
  const [begun] = useState(() => carried ?? begunForm(page));
  const [clientToken, setClientToken] = useState(() => begun?.clientToken ?? crypto.randomUUID());
  const [start] = useState(() => begun && carryOver(begun.form, form, begun.answers));
  // Another language is no other form.
  const [isChanged] = useState(() => begun !== null && isOther(begun.form, form));
  const [others, setOthers] = useState(() => withOthers(begun?.others ?? [], start?.others ?? []));
  const begins = useStart(page, accountId);
  const [typed, setAnswers] = useState<Answers>(() => ({ ...begins.answers, ...start?.answers }));
  const { held } = begins;
  const named = useMemo(() => namedIn(item.content, { accountId, by }), [item.content, accountId, by]);
  const words = useComparedWords(page, typed);
  const draft = useDraft({
    itemId: item.id,
    itemVersion: item.version,
    form,
    clientToken,
    answers: typed,
    others,
    stored: carried === null ? stored : null,
    from: carried?.saved,
    words,
    onSaved,
    isUnsaved: carried !== null,
    isKept: hasPart(item.content, 'work') && !isTrial,
  });
  useReturn(RETURN_MS, () => (draft.isBegun ? void draft.save() : onReturn?.()));
  const { facts, problem: ofWhom } = useFacts(
    page,
    withHeld(item.content, { ...typed, ...named }, held),
    draft,
  );
  const answers = useMemo(
    () => withHeld(item.content, { ...typed, ...named, ...facts }, held),
    [item.content, typed, named, facts, held],
  );
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const rules = useMemo(() => {
    const now = Date.now();
    return {
      today: todayThere(now),
      earliestDate: earliestDates(page, answers, accountId, now),
      rules: formRules,
    };
  }, [page, answers, accountId, formRules]);
  const checked = checkAnswers(form, answers, rules);
  const { fields, blocked, lead } = checked;

  const isSeen = (id: string): boolean => fields.get(id)?.visible ?? false;
  const renew = (): string => {
    const token = crypto.randomUUID();
    setClientToken(token);
    return token;
  };
  const filled = (): BegunForm => ({ form, answers: typed, others, clientToken, saved: draft.saved() });
  const sending = useSending({
    clientToken,
    renew,
    item: { itemId: item.id, itemVersion: item.version },
    answers: withoutFacts(checked.answers),
    wrong: form
      .map(({ id }) => id)
      .filter((id) => id === ofWhom?.at || checked.problems.some(({ at }) => at === id)),
    isBlocked: blocked !== null || lead !== null,
    isSeen,
    draft,
    onSent,
    onFormChanged: (token) => onFormChanged({ ...filled(), clientToken: token }),
  });
  const { tried, refused, forget } = sending;

  const shown = new Map<string, Finding>();
  for (const problem of checked.problems)
    if (tried || left.has(problem.at) || AT_ONCE.includes(problem.code)) shown.set(problem.at, problem);
  if (ofWhom !== undefined) shown.set(ofWhom.at, ofWhom);
  for (const problem of refused) if (!shown.has(problem.at)) shown.set(problem.at, problem);

  const change = useCallback(
    (fieldId: string, answer: Answer) => {
      setAnswers((before) => ({ ...before, [fieldId]: answer }));
      forget(fieldId);
    },
    [forget],
  );
  const leave = useCallback((fieldId: string) => setLeft((before) => new Set(before).add(fieldId)), []);

  return {
    answers,
    fields,
    problems: shown,
    others,
    dropOther: (other) => setOthers((before) => before.filter((each) => each !== other)),
    isChanged,
    begun: filled,
    clientToken,
    toNewForm: async () => {
      await draft.hold();
      try {
        await onFormChanged(filled());
      } catch (error) {
        draft.release();
        throw error;
      }
    },
    asAnother: () => void renew(),
    blocked,
    lead,
    sending,
    draft,
    sourceOf: (id) => (answers[id] === begins.answers[id] ? begins.sources.get(id) : undefined),
    change,
    leave,
    earliestOf: (field) => (field.type === 'date' ? earliestFor(field, rules) : undefined),
  };
}

const isOther = (a: readonly FormField[], b: readonly FormField[]): boolean =>
  JSON.stringify(a) !== JSON.stringify(b);

/** What was begun before and kept as a draft; `null` when nothing was. */
export const begunForm = ({ item, draft, draftForm }: ItemPage): BegunForm | null =>
  draft && {
    form: draftForm ?? item.content.form,
    answers: draft.answers,
    others: draft.others,
    clientToken: draft.clientToken,
  };
