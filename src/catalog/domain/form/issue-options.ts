/** Work items to choose from: what a query finds for who asks, and of that what fits what is typed. */
import { isKey } from '../field-types/lookups';

/** The query for what somebody typed, whose words are quoted; what they have reported lately where nothing narrows it. */
export function issuesJql(scope: string | undefined, typed: string): string {
  const text = typed.trim();
  const words = text.replace(/[^\p{L}\p{N}\s]/gu, ' ').trim();
  const key = text.toUpperCase();
  const wanted = isKey(key) ? `key = "${key}"` : words === '' ? '' : `summary ~ "${words}*"`;
  const parts = [...(scope?.trim() ? [`(${scope.trim()})`] : []), ...(wanted === '' ? [] : [wanted])];
  const all = parts.length === 0 ? 'reporter = currentUser()' : parts.join(' AND ');
  return isKey(key) ? all : `${all} ORDER BY updated DESC`;
}
