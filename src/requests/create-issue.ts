import type { PublishedItem } from '../catalog/domain/model';
import type { IssueRef, NewIssue } from '../platform/jira/create-issue';
import { issueFields, shapesToAsk } from './domain/issue-fields';
import type { FieldShape } from './domain/jira-value';
import type { RequestDocument } from './domain/model';
import { accountsIn } from './domain/readable';
import type { RequestProperty } from './domain/schema';
import type { CreatePorts } from './ports';

/**
 * Makes the Jira issue of a request: as the requester where Jira lets them, else as the app with them as reporter.
 * The item being for them (checked before) is the permission; they need none in the fulfilment project.
 */
export async function createIssue(
  request: RequestDocument,
  item: PublishedItem,
  ports: CreatePorts,
): Promise<IssueRef> {
  const issue = await issueFor(request, item, ports);
  const forSelf = request.requester === request.requestedFor;
  if (forSelf && (await ports.mayCreate(item.content.fulfilment.projectId))) return ports.createAsUser(issue);
  return ports.createAsApp(issue, request.requestedFor);
}

async function issueFor(
  request: RequestDocument,
  item: PublishedItem,
  ports: CreatePorts,
): Promise<NewIssue> {
  const people = [request.requestedFor, ...accountsIn(item.content.form, request.answers)];
  const [names, shapes] = await Promise.all([ports.namesOf(people), shapesOf(item, ports)]);
  const requester = names.get(request.requestedFor) ?? request.requestedFor;
  const property: RequestProperty = {
    v: 1,
    itemId: request.itemId,
    itemVersion: request.itemVersion,
    requestId: request.id,
    requestedFor: request.requestedFor,
    answers: request.answers,
  };
  return { fields: issueFields({ item, answers: request.answers, requester, names, shapes }), property };
}

async function shapesOf(
  item: PublishedItem,
  ports: CreatePorts,
): Promise<Readonly<Record<string, FieldShape>>> {
  const asked = shapesToAsk(item);
  if (asked.length === 0) return {};
  const { projectId, issueTypeId } = item.content.fulfilment;
  const fields = await ports.createFields(projectId, issueTypeId);
  return Object.fromEntries(
    fields.filter((field) => asked.includes(field.fieldId)).map((field) => [field.fieldId, field.schema]),
  );
}
