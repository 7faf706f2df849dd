/** Files that whoever a request belongs to adds after it was sent: they go onto its work item as those of its form do. */
import { fileProblem, mostFilesOf } from '../catalog/domain/field-types';
import { fileText } from '../catalog/domain/files/file-ref';
import type { Answers, FormField } from '../catalog/domain/model';
import { AppFailure, conflict, notFound } from '../kernel/errors';
import { error, type Finding } from '../kernel/finding';
import { MOST_WRITES, transact } from '../platform/storage/transact';
import { stepWrite } from '../work/steps';
import { CONFLICT, untilWritten } from '../work/update';
import type { RequestDocument } from './domain/model';
import { allowed } from './act-on-request';
import type { ViewPorts } from './reading/get-request';
import { beginSoon } from './issue/open-request';
import { beingSent } from './issue/make-issue-once';
import type { Person } from './ports';
import { readRequest, requestWrites } from './records/store';
import {
  asSent,
  type HeldFile,
  heldKey,
  heldStore,
  type SentFile,
  sentKey,
  sentStore,
} from './files/file-store';
import { ANY_FILES } from './domain/any-files';
import { countOf, MOST_OF_REQUEST, placeOf, toFollow } from './files/places';
import { rowsFor, sentWrite } from './files/sent-files';

/** A file that was uploaded, and the question it is for where its files were to follow. */
export interface AddedFile {
  readonly id: string;
  readonly field?: string | undefined;
}

/** Where a file of a request may be added now. @throws AppFailure NOT_FOUND, ACCESS_WITHDRAWN, CONFLICT; BAD_REQUEST */
export async function placeIn(
  requestId: string,
  field: string | undefined,
  person: Person,
  ports: ViewPorts,
): Promise<FormField> {
  const { item, request } = await allowed(requestId, 'addFiles', person, ports);
  return placeOf(item.content.form, request.answers, field);
}

/**
 * Adds files that the caller has uploaded, in one transaction with what puts them on the work item; until there is one they wait with
 * the others. A question that was answered with *later* is answered with its own. The same again adds nothing.
 * @throws AppFailure NOT_FOUND, ACCESS_WITHDRAWN, CONFLICT where none may be added; INVALID_ANSWERS with what is wrong with which;
 * BEING_SENT while the work item is being made.
 */
export async function addFiles(
  requestId: string,
  wanted: readonly AddedFile[],
  person: Person,
  ports: ViewPorts,
): Promise<void> {
  const { content } = (await allowed(requestId, 'addFiles', person, ports)).item;
  const heldId = heldKey(person.accountId);
  const rows = await untilWritten(async () => {
    const [request, sent, held] = await Promise.all([
      readRequest(requestId),
      sentStore.get(sentKey(requestId)),
      heldStore.get(heldId),
    ]);
    if (request?.state !== 'open') throw conflict('request');
    if (request.issueId === undefined && request.attempt !== undefined) throw beingSent();
    const before = sent?.files ?? [];
    const left = onceEach(wanted).filter(({ id }) => before.every((file) => file.id !== id));
    if (left.length === 0) return [];
    if (held === null) throw notFound('This file');
    const { answers, files, problems } = added(content.form, request, before, held.files, left, person);
    if (problems.length > 0)
      throw new AppFailure('INVALID_ANSWERS', 'These files are not taken.', { fields: problems });
    const own = [
      ...requestWrites(request, { ...request, rev: request.rev + 1, answers, filesAdded: true }),
      heldStore.write(
        heldId,
        { ...held, rev: held.rev + 1, files: claimed(held.files, left, requestId) },
        held,
      ),
    ];
    const room = MOST_WRITES - own.length;
    const { rows: steps, inRows } =
      request.issueId === undefined
        ? { rows: [], inRows: files }
        : rowsFor(request, content, files, person.now, room);
    const writes = [
      ...own,
      sentWrite(requestId, [...before, ...inRows], sent ?? 'absent'),
      ...steps.map((row) => stepWrite(row)),
    ];
    return (await transact(writes)) === 'done' ? steps : CONFLICT;
  });
  await beginSoon(rows);
}

/** What files come to that are added to a request: each to the question that it was uploaded for, while its place is free. */
function added(
  form: readonly FormField[],
  { answers }: Pick<RequestDocument, 'answers'>,
  before: readonly SentFile[],
  held: readonly HeldFile[],
  wanted: readonly AddedFile[],
  { accountId }: Pick<Person, 'accountId'>,
): { readonly answers: Answers; readonly files: readonly SentFile[]; readonly problems: readonly Finding[] } {
  const places = toFollow(form, answers);
  const problems: Finding[] = [];
  const found = wanted.flatMap(({ id, field }) => {
    const file = held.find((each) => each.id === id && each.isThere && each.requestId === undefined);
    // Of somebody else's nothing is told: it is none.
    if (!file) throw notFound('This file');
    const place = places.find((each) => each.id === field) ?? ANY_FILES;
    const problem = fileProblem(place, file);
    if (problem) problems.push(problem);
    return [{ file, place }];
  });
  const given = places.flatMap((place) => {
    const files = found.filter((each) => each.place === place).map(({ file }) => file);
    const most = mostFilesOf(place);
    if (files.length > most) problems.push(error('tooManyFiles', place.id, { most }));
    return files.length === 0 ? [] : [[place.id, files.map(fileText)] as const];
  });
  const all = { ...answers, ...Object.fromEntries(given) };
  const files = found.map(({ file }) => asSent(file, accountId));
  if (countOf(form, all, [...before, ...files]) > MOST_OF_REQUEST)
    problems.push(error('tooManyFiles', ANY_FILES.id, { most: MOST_OF_REQUEST }));
  return { answers: all, files, problems };
}

/** Named twice, a file goes where it was named last. */
const onceEach = (files: readonly AddedFile[]): readonly AddedFile[] => [
  ...new Map(files.map((file) => [file.id, file])).values(),
];

const claimed = (held: readonly HeldFile[], added: readonly AddedFile[], requestId: string): HeldFile[] =>
  held.map((file) => (added.some(({ id }) => id === file.id) ? { ...file, requestId } : file));
