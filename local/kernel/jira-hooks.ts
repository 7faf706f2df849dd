export interface GlobalPermission {
  /** As JQL and REST know it: `<appKey>__<module key>`. */
  readonly key: string;
  readonly name: string;
  readonly description?: string;
  readonly defaultGrants: readonly ('none' | 'all' | 'jira-administrators')[];
}

export interface ProjectPermission {
  readonly key: string;
  readonly name: string;
}

export interface EntityProperty {
  readonly propertyKey: string;
  readonly values: readonly {
    readonly path: string;
    readonly type: 'number' | 'string' | 'text' | 'user' | 'date';
    readonly searchAlias?: string;
  }[];
}

/** A field the app's manifest declares, under the type Jira gives it. */
export interface AppField {
  readonly key: string;
  readonly name: string;
  readonly type: 'string' | 'number' | 'datetime';
  readonly readOnly: boolean;
}

/** A JQL function the app's manifest declares, and how to ask the app what a call stands for. */
export interface JqlFunction {
  readonly key: string;
  readonly name: string;
  readonly operators: readonly string[];
  readonly arguments: readonly { readonly name: string; readonly required: boolean }[];
  compute(call: {
    readonly precomputationId: string;
    readonly clause: {
      readonly field: string;
      readonly type: readonly string[];
      readonly operator: string;
      readonly functionName: string;
      readonly arguments: readonly string[];
    };
  }): Promise<{ readonly jql: string } | { readonly error: string; readonly stored: boolean }>;
}

/** What the Forge host tells Jira of the app's manifest. */
export interface JiraHooks {
  registerGlobalPermissions(permissions: readonly GlobalPermission[]): void;
  /** Nobody holds them until a project's administrator grants them. */
  registerProjectPermissions(permissions: readonly ProjectPermission[]): void;
  registerEntityProperties(properties: readonly EntityProperty[]): void;
  registerFields(fields: readonly AppField[]): void;
  registerJqlFunctions(functions: readonly JqlFunction[]): void;
}
