import { withoutFacts } from '../../catalog/domain/form/facts';
import { masked } from '../../catalog/domain/form/secrets';
import type { PublishedItem } from '../../catalog/domain/model';
import type { IssueRef, NewIssue } from '../../platform/jira/issues/create-issue';
import { issueFields, shapesToAsk } from '../domain/issue-fields';
import type { FieldShape } from '../domain/jira-value';
import type { RequestDocument } from '../domain/model';
import { isForOther } from '../domain/parties';
import { accountsIn } from '../domain/readable';
import type { RequestProperty } from '../domain/schema';
import { issueIntro } from './issue-intro';
import type { CreatePorts } from '../ports';

type Asked = Pick<RequestDocument, 'id' | 'itemId' | 'itemVersion' | 'requester' | 'beneficiary' | 'answers'>;
type ReadPorts = Pick<CreatePorts, 'createFields' | 'namesOf'>;

/**
 * Makes the Jira issue of a request as the app, with the person it is for as reporter: what the catalog fills in must
 * not depend on what the requester may do in Jira. The item being for them (checked before) is the permission.
 */
export async function createIssue(
  request: RequestDocument,
  item: PublishedItem,
  ports: CreatePorts,
): Promise<IssueRef> {
  return ports.createAsApp(await issueFor(request, item, ports), request.beneficiary);
}

/** The work item that a request makes, as Jira is given it. */
export async function issueFor(request: Asked, item: PublishedItem, ports: ReadPorts): Promise<NewIssue> {
  const { requester: askedBy, beneficiary } = request;
  const people = [beneficiary, askedBy, ...accountsIn(item.content.form, request.answers)];
  const [names, shapes] = await Promise.all([ports.namesOf(people), shapesOf(item, ports)]);
  const nameOf = (accountId: string) => names.get(accountId) ?? accountId;
  const requester = nameOf(beneficiary);
  const property: RequestProperty = {
    v: 1,
    itemId: request.itemId,
    itemVersion: request.itemVersion,
    requestId: request.id,
    requester: askedBy,
    beneficiary,
    // What is known of people, and what they keep secret, is not for everybody who sees the work item.
    answers: masked(item.content.form, withoutFacts(request.answers)),
  };
  const source = {
    item,
    answers: request.answers,
    requester,
    intro: issueIntro(item, isForOther(request) ? { by: nameOf(askedBy), of: requester } : undefined),
    names,
    shapes,
  };
  return { fields: issueFields(source), property };
}

async function shapesOf(
  item: PublishedItem,
  ports: Pick<CreatePorts, 'createFields'>,
): Promise<Readonly<Record<string, FieldShape>>> {
  const asked = shapesToAsk(item);
  if (asked.length === 0) return {};
  const { projectId, issueTypeId } = item.content.fulfilment;
  const fields = await ports.createFields(projectId, issueTypeId);
  return Object.fromEntries(
    fields.filter((field) => asked.includes(field.fieldId)).map((field) => [field.fieldId, field.schema]),
  );
}
