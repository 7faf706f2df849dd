import type { PublishedItem } from '../../catalog/domain/model';
import { notFound } from '../../kernel/errors';
import type { RequestDocument } from '../domain/model';
import type { RequestPorts } from '../ports';

/** The item of a request, in the version it was asked for. @throws AppFailure NOT_FOUND */
export async function itemOf(
  { itemId, itemVersion }: Pick<RequestDocument, 'itemId' | 'itemVersion'>,
  { itemInVersion }: Pick<RequestPorts, 'itemInVersion'>,
): Promise<PublishedItem> {
  const item = await itemInVersion(itemId, itemVersion);
  if (!item) throw notFound('The item of this request');
  return item;
}
