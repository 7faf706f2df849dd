import { type Product } from '../../kernel/types.ts';
import { type Users } from '../users/directory.ts';

export type SpaceHolder =
  | { readonly kind: 'loggedIn' | 'anonymous' }
  | { readonly kind: 'group' | 'user'; readonly who: string };

export type SpaceOperation = 'read' | 'create' | 'administer';

export interface NewSpace {
  readonly id?: number;
  readonly key: string;
  readonly name: string;
  readonly type?: 'global' | 'knowledge_base' | 'personal';
  readonly description?: string;
  readonly author?: string;
  /** Absent operations: everyone logged in reads and creates, nobody administers. */
  readonly permissions?: Partial<Readonly<Record<SpaceOperation, readonly SpaceHolder[]>>>;
}

export interface Restriction {
  readonly operation: 'read' | 'update';
  readonly users?: readonly string[];
  readonly groups?: readonly string[];
}

export interface NewPage {
  readonly space: string;
  readonly title: string;
  /** Storage format (XHTML). */
  readonly storage: string;
  readonly parent?: string;
  readonly author: string;
  readonly createdAt: number;
  readonly labels?: readonly string[];
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly restrictions?: readonly Restriction[];
  /** Later versions, oldest first. */
  readonly versions?: readonly {
    readonly at: number;
    readonly author: string;
    readonly storage: string;
    readonly title?: string;
    readonly message?: string;
  }[];
}

/** What seeds and tests may do directly. None of it emits events. */
export interface ConfluenceSeeding {
  readonly users: Users;
  createSpace(space: NewSpace): { readonly id: string; readonly key: string };
  /** Writes a page with its past; answers its id. */
  importPage(page: NewPage): { readonly id: string };
  /** Replaces the restrictions of a page for the operations given. */
  restrict(pageId: string, restrictions: readonly Restriction[]): void;
}

export interface Confluence extends Product, ConfluenceSeeding {
  readonly name: 'confluence';
}
