import { beneficiaryOf, whoAsks } from '../../catalog/domain/audience/beneficiary';
import { usesOfField } from '../../catalog/domain/form/field-uses';
import type { Answers, ItemContent, PublishedItem } from '../../catalog/domain/model';
import { AppFailure } from '../../kernel/errors';
import { textParam } from '../../kernel/finding';
import type { Language } from '../../kernel/text';
import { sayer } from '../../kernel/words';
import type { CreateField } from '../../platform/jira/issues/create-fields';
import { refuseUnlessFor, validAnswers } from './check-submission';
import { issueFor } from '../issue/create-issue';
import type { TriedRequest } from '../domain/answers';
import { isForOther } from '../domain/parties';
import { accountsIn, askedFields, readableRow } from '../domain/readable';
import type { HeldPorts } from './held-answers';
import { issueIntro } from '../issue/issue-intro';
import type { Person, RequestPorts } from '../ports';
import { type Asked, startApprovals } from '../approvals/start-approvals';
import type { SubmitPorts } from './submission';
import { NOTICES } from '../words/notices';

/** What trying needs of others: nothing of it writes. */
type TryPorts = Pick<RequestPorts, 'createFields' | 'namesOf' | 'peopleGone' | 'maySee' | 'groupsOf'> &
  Pick<SubmitPorts, 'earliestDate' | 'factsOf' | 'managerOf'> &
  HeldPorts;

/**
 * What sending a form would make: the work item as Jira would be given it, and who would be asked. By the same steps as `submit`,
 * and without any of its writes; an item that nobody could order yet is tried all the same.
 * @throws AppFailure INVALID_ANSWERS with the fields; JIRA_UNAVAILABLE
 */
export async function tryRequest(
  item: PublishedItem,
  given: Answers,
  person: Person,
  ports: TryPorts,
): Promise<TriedRequest> {
  const { content } = item;
  // Of a form that is only tried nothing was uploaded: its files are as they are named.
  const answers = await validAnswers(item, given, person, { ...ports, heldFiles: undefined });
  const requester = whoAsks(person);
  const beneficiary = beneficiaryOf(content, answers, requester);
  await refuseUnlessFor(item, beneficiary, person, ports);
  const request = { id: '', itemId: item.id, itemVersion: item.version, requester, beneficiary, answers };
  const known: CreateField[] = [];
  const createFields: TryPorts['createFields'] = async (...of) => {
    known.push(...(await fieldsIfChosen(ports)(...of)));
    return known;
  };
  const [approvers, { fields }, names] = await Promise.all([
    approversOf({ item, answers, requester, beneficiary, at: person.now }, ports),
    issueFor(request, item, { ...ports, createFields }),
    ports.namesOf([requester, beneficiary, ...accountsIn(content.form, answers)]),
  ]);
  const nameOf = (id: string) => names.get(id) ?? id;
  const onBehalf = isForOther(request) ? { by: nameOf(requester), of: nameOf(beneficiary) } : undefined;
  const asking = (language: Language) =>
    sayer(NOTICES, language)('notice.ask', { item: textParam(content.name) });
  return {
    answers,
    beneficiary,
    fields,
    named: namesIn(fields, known),
    intro: [...issueIntro(item, onBehalf)],
    rows: rowsOf(content, answers, names),
    approvers,
    notice: {
      en: asking('en'),
      ...Object.fromEntries(['ru', ...Object.keys(content.name)].map((each) => [each, asking(each)])),
    },
  };
}

/** The names of options that fields are given by their ids, by field and id. */
const namesIn = (
  fields: TriedRequest['fields'],
  known: readonly CreateField[],
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    known.flatMap(({ fieldId, allowedValues = [] }) => {
      const given = JSON.stringify(fields[fieldId] ?? null);
      return allowedValues.flatMap(({ id, value, name }) =>
        id !== undefined && given.includes(JSON.stringify({ id }))
          ? [[`${fieldId}:${id}`, value ?? name ?? id] as const]
          : [],
      );
    }),
  );

/** Of a draft that says no space or type yet, Jira has no fields to tell. */
const fieldsIfChosen =
  ({ createFields }: TryPorts): TryPorts['createFields'] =>
  async (projectId, issueTypeId) =>
    projectId === '' || issueTypeId === '' ? [] : createFields(projectId, issueTypeId);

async function approversOf(asked: Asked, ports: TryPorts): Promise<string[] | null> {
  try {
    const [approval] = await startApprovals(asked, ports);
    return approval ? [...approval.approvers] : null;
  } catch (error) {
    if (error instanceof AppFailure && error.code === 'NO_APPROVER') return [];
    throw error;
  }
}

/** The answers as the description tells them, each with whether it fills a field or the title as well. */
const rowsOf = (
  content: ItemContent,
  answers: Answers,
  names: ReadonlyMap<string, string>,
): TriedRequest['rows'] =>
  askedFields(content, answers).flatMap(({ field, answer }) => {
    const row = readableRow(field, answer, names);
    const isMapped = usesOfField(content, field.id).some(
      ({ kind }) => kind === 'mapping' || kind === 'summary',
    );
    return row ? [{ ...row, isMapped }] : [];
  });
