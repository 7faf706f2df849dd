/** Sections that are stored, versioned and undone together, as files move them from one site to another. */
import type { ImportOutcome } from './answers';
import type { Editor } from './audit';

/** Members as a file holds them, by the keys of their sections. */
export type Incoming = Readonly<Record<string, readonly unknown[]>>;

export interface Group {
  /** In the order in which one may refer to those before it. */
  readonly sections: readonly { readonly key: string }[];
  /** All members as files carry them: without what the app alone sets. */
  readonly exported: () => Promise<Readonly<Record<string, readonly object[]>>>;
  /**
   * Adds what is new and replaces what differs, so that the same again changes nothing. Nothing is stored with `dryRun` or with
   * any problem.
   */
  readonly take: (incoming: Incoming, dryRun: boolean, editor: Editor) => Promise<ImportOutcome>;
}
