/** A form that was begun. */
import type { Answer, Answers, FormField } from './form';
import type { Text } from './text';

/** An answer that has no place in the form any more, with the question it was given to. */
export interface OtherAnswer {
  readonly field: FormField;
  readonly answer: Answer;
}

/** Which save of a draft it is: the form that made it, and how many that form had tried by then. */
export interface DraftSave {
  readonly by: string;
  readonly turn: number;
}

/** What is told of a draft where drafts are listed. Its id is the token that it will be sent with. */
export interface DraftLine {
  readonly clientToken: string;
  readonly itemId: string;
  /** Whom its form was filled in for, where that is somebody who lets others make requests for them. */
  readonly for?: string | undefined;
  /** The item as whoever fills its form last saw it called. */
  readonly itemName: Text;
  /** Among the drafts of the item, from 1: what it is called by without a name. */
  readonly number: number;
  /** Its own; no other draft of the item has it. */
  readonly name?: string | undefined;
  readonly updatedAt: string;
  /** Why it was kept: saved while it was filled in, or a sending that failed. */
  readonly reason: 'saved' | 'submitFailed';
  readonly saved: DraftSave;
}

/** A form that was begun and not sent. */
export interface Draft extends DraftLine {
  readonly itemVersion: number;
  readonly answers: Answers;
  /** Given to questions that the form does not ask any more: kept until they are taken away. */
  readonly others: readonly OtherAnswer[];
}
