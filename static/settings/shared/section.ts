/** Sections that are saved at once, read and saved as the backend keeps them: what there is one of, and members of many. */
import { type Answer, call } from '../../shared/api';

/** A value as its section lets it through, and the revision it was read at. */
export interface SectionValue<T> {
  readonly value: T;
  readonly rev: number;
}

export const readSection = <T extends object>(section: string): Promise<SectionValue<T>> =>
  call('settings.read', { section }) as Promise<SectionValue<T>>;

/** Answers the next revision; whoever comes too late is told so. */
export const saveSection = async (section: string, value: object, rev: number): Promise<number> =>
  (await call('settings.save', { section, value, rev })).rev;

/** A member of a section of many, with what the app keeps beside it. */
export type SectionRow<T> = Omit<Answer<'settings.rows'>['rows'][number], 'value'> & { readonly value: T };

export interface RowsPage<T> {
  readonly rows: readonly SectionRow<T>[];
  /** Where the next page begins; left out after the last. */
  readonly cursor?: string | undefined;
}

/** Members by their ids, a hundred at most, or a page of a list. */
export const readRows = <T extends object>(
  section: string,
  wanted: { readonly ids: readonly string[] } | { readonly list: string; readonly cursor?: string },
): Promise<RowsPage<T>> => call('settings.rows', { section, ...wanted }) as Promise<RowsPage<T>>;
