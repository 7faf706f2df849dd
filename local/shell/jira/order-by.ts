const ORDER_BY = /\border\s+by\b.*$/is;

export interface Order {
  /** The field's name as the query has it, without quotes. */
  readonly field: string;
  readonly descending: boolean;
}

/** By what a query sorts first; undefined when it does not say. */
export function orderOf(jql: string): Order | undefined {
  const match = /\border\s+by\s+(?:"([^"]+)"|([^\s,]+))(?:\s+(asc|desc))?/i.exec(jql);
  const field = match?.[1] ?? match?.[2];
  return field === undefined ? undefined : { field, descending: match?.[3]?.toLowerCase() === 'desc' };
}

/** The same query sorted by a field; sorted by it already, the other way round. */
export function orderedBy(jql: string, name: string): string {
  const now = orderOf(jql);
  const descending = now?.field.toLowerCase() === name.toLowerCase() && !now.descending;
  return `${jql.replace(ORDER_BY, '').trim()} ORDER BY "${name}" ${descending ? 'DESC' : 'ASC'}`.trim();
}
