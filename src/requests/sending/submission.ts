import type { Answers } from '../../catalog/domain/model';
import type { Keeping } from '../domain/draft-list';
import type { CreatePorts, RequestPorts } from '../ports';

/** A filled form, as a screen sends it. */
export interface Submission {
  /** The same for every try of the same form. */
  readonly clientToken: string;
  readonly itemId: string;
  readonly itemVersion: number;
  readonly answers: Answers;
  /** How it is kept as a draft where it can't be sent. */
  readonly keeping?: Keeping | undefined;
}

export type SubmitPorts = CreatePorts &
  Pick<RequestPorts, 'carryOut' | 'findItem' | 'itemInVersion' | 'maySee' | 'groupsOf' | 'peopleGone'> &
  Partial<
    Pick<
      RequestPorts,
      | 'aboutRequester'
      | 'calendarsOf'
      | 'claimFiles'
      | 'earliestDate'
      | 'factsOf'
      | 'findsIssue'
      | 'firstIssue'
      | 'heldFiles'
      | 'issuesNow'
      | 'managerOf'
      | 'previousAnswers'
      | 'storesFiles'
    >
  >;
