/** Sections that there is one of, read and saved as the backend keeps them. */
import { call } from '../../shared/api';

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
