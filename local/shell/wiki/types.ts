/** The parts of Confluence's answers that the pages show. */

export interface Space {
  readonly id: string;
  readonly key: string;
  readonly name: string;
}

export interface WikiPage {
  readonly id: string;
  readonly title: string;
  readonly spaceId: string;
  readonly parentId?: string | null;
  readonly authorId?: string;
  readonly createdAt?: string;
  readonly version?: { readonly number: number; readonly createdAt?: string; readonly authorId?: string };
  readonly body?: { readonly storage?: { readonly value: string } };
}

export interface Page<T> {
  readonly results: readonly T[];
  readonly _links?: { readonly next?: string };
}
