import type { Answers, PublishedItem } from '../catalog/domain/model';
import type { CarryOut, CreatePorts, FindItem, ItemInVersion, MaySee, PeopleGone } from './ports';

/** A filled form, as a screen sends it. */
export interface Submission {
  /** The same for every try of the same form. */
  readonly clientToken: string;
  readonly itemId: string;
  readonly itemVersion: number;
  readonly answers: Answers;
}

export interface SubmitPorts extends CreatePorts {
  readonly carryOut: CarryOut;
  readonly findItem: FindItem;
  readonly itemInVersion: ItemInVersion;
  readonly maySee: MaySee;
  readonly groupsOf: (accountId: string) => Promise<readonly string[]>;
  readonly peopleGone: PeopleGone;
  /** Today plus so many working days on the item's calendar, as a date there. */
  readonly earliestDate?: (
    item: PublishedItem,
    now: number,
  ) => Promise<((workingDays: number) => string) | undefined>;
}
