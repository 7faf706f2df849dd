import * as v from 'valibot';
import type { JiraHooks } from '../../kernel/jira-hooks';
import { readTexts, translate } from '../http/module-context';
import { moduleAri } from '../installation';
import type { AppManifest } from '../manifest/model';

const permission = v.looseObject({
  name: v.unknown(),
  defaultGrants: v.optional(v.array(v.picklist(['none', 'all', 'jira-administrators'])), ['none']),
});
const property = v.looseObject({
  entityType: v.string(),
  propertyKey: v.string(),
  values: v.array(
    v.object({
      path: v.string(),
      type: v.picklist(['number', 'string', 'text', 'user', 'date']),
      searchAlias: v.optional(v.string()),
    }),
  ),
});

const field = v.looseObject({
  name: v.unknown(),
  type: v.picklist(['string', 'number', 'datetime']),
  readOnly: v.optional(v.boolean(), false),
});
const jqlFunction = v.looseObject({
  name: v.string(),
  function: v.string(),
  operators: v.array(v.string()),
  arguments: v.array(v.object({ name: v.string(), required: v.boolean() })),
});
const jqlAnswer = v.union([
  v.object({ jql: v.string() }),
  v.object({ error: v.string(), storeErrorAsPrecomputation: v.optional(v.boolean(), false) }),
]);

/** Runs a function of the app and answers what it returned; undefined when it failed. */
export type RunFunction = (
  module: { readonly key: string; readonly functionKey: string },
  payload: object,
) => Promise<unknown>;

/** Tells Jira what the app's manifest declares for it. */
export function registerModules(manifest: AppManifest, jira: JiraHooks, run: RunFunction): void {
  const texts = readTexts(manifest);
  const inEnglish = (text: unknown): string =>
    translate(text, 'en-US', texts, manifest.translations.defaultLocale);
  const ofType = (type: string) => manifest.modules.filter((module) => module.type === type);
  jira.registerGlobalPermissions(
    ofType('jira:globalPermission').map((module) => {
      const declared = v.parse(permission, module.raw);
      return {
        key: moduleAri(manifest, module.key),
        name: inEnglish(declared.name),
        defaultGrants: declared.defaultGrants,
      };
    }),
  );
  jira.registerProjectPermissions(
    ofType('jira:projectPermission').map((module) => ({
      key: moduleAri(manifest, module.key),
      name: inEnglish(module.raw['name']),
    })),
  );
  jira.registerEntityProperties(
    ofType('jira:entityProperty')
      .map((module) => v.parse(property, module.raw))
      .filter((declared) => declared.entityType === 'issue'),
  );
  jira.registerFields(
    ofType('jira:customField').map((module) => {
      const { name, type, readOnly } = v.parse(field, module.raw);
      return { key: moduleAri(manifest, module.key), name: inEnglish(name), type, readOnly };
    }),
  );
  jira.registerJqlFunctions(
    ofType('jira:jqlFunction').map((module) => {
      const declared = v.parse(jqlFunction, module.raw);
      return {
        key: moduleAri(manifest, module.key),
        name: declared.name,
        operators: declared.operators,
        arguments: declared.arguments,
        compute: async (call) => {
          const answer = await run({ key: module.key, functionKey: declared.function }, call);
          const parsed = v.safeParse(jqlAnswer, answer);
          if (!parsed.success)
            return { error: `The app could not work out its function '${declared.name}'.`, stored: false };
          const { output } = parsed;
          return 'jql' in output
            ? output
            : { error: output.error, stored: output.storeErrorAsPrecomputation };
        },
      };
    }),
  );
}
