import type { Editor } from '../../kernel/audit';
import { AppFailure, notFound } from '../../kernel/errors';
import type { ErrorCode } from '../../kernel/result';
import type { MovedItems } from '../domain/call-answers';
import { readItem } from '../records/item-store';
import { publishItem } from './publish-item';
import { saveItem } from './save-item';

/** Where items go: into a category in the place of those they are in, or to another service. */
export interface Destination {
  readonly categoryId?: string | undefined;
  readonly serviceId?: string | undefined;
}

/**
 * Moves items one after the other, each with a version of its own where it is published. One with changes that are not published
 * yet, or that can't be published as it is, is moved in its draft alone; one that somebody changed meanwhile stays where it was.
 */
export async function moveItems(
  ids: readonly string[],
  to: Destination,
  editor: Editor,
): Promise<MovedItems> {
  const moved: string[] = [];
  const drafts: string[] = [];
  const refused: string[] = [];
  for (const id of ids) {
    const isLive = await moveItem(id, to, editor).catch(unless(['CONFLICT', 'NOT_FOUND'], null));
    (isLive === null ? refused : isLive ? moved : drafts).push(id);
  }
  return { moved, drafts, refused };
}

/** Whether people see it at its new place: its draft alone was moved otherwise. @throws AppFailure as saving and publishing do. */
async function moveItem(
  id: string,
  { categoryId, serviceId }: Destination,
  editor: Editor,
): Promise<boolean> {
  const item = await readItem(id);
  if (item === null) throw notFound('The item');
  const content = {
    ...item.content,
    ...(categoryId !== undefined && { categoryIds: [categoryId] }),
    ...(serviceId !== undefined && { serviceId }),
  };
  const saved = await saveItem({ itemId: id, rev: item.rev, content }, editor);
  if (item.state !== 'published') return true;
  if (item.dirty) return false;
  return publishItem(id, saved.rev, editor, nothingAsked).then(
    () => true,
    unless(['INVALID_DEFINITION'], false),
  );
}

/** For `catch`: answers something else for refusals that are expected. */
const unless =
  <T>(codes: readonly ErrorCode[], otherwise: T) =>
  (error: unknown): T => {
    if (error instanceof AppFailure && codes.includes(error.code)) return otherwise;
    throw error;
  };

/** What Jira says of it does not depend on where it stands. */
const nothingAsked = async () => () => ({ gone: new Set<string>(), statusIds: null });
