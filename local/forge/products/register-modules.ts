import * as v from 'valibot';
import { readTexts, translate } from '../http/module-context';
import { moduleAri } from '../installation';
import type { AppManifest } from '../manifest/types';

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

/** What a Jira must be told of an app: the permissions and searchable properties its manifest declares. */
export interface ModuleRegistry {
  registerGlobalPermissions(
    permissions: readonly {
      readonly key: string;
      readonly name: string;
      readonly defaultGrants: readonly ('none' | 'all' | 'jira-administrators')[];
    }[],
  ): void;
  registerEntityProperties(properties: readonly v.InferOutput<typeof property>[]): void;
}

/** Tells Jira what the app's manifest declares for it. */
export function registerModules(manifest: AppManifest, jira: ModuleRegistry): void {
  const texts = readTexts(manifest);
  const ofType = (type: string) => manifest.modules.filter((module) => module.type === type);
  jira.registerGlobalPermissions(
    ofType('jira:globalPermission').map((module) => {
      const declared = v.parse(permission, module.raw);
      const name = translate(declared.name, 'en-US', texts, manifest.translations.defaultLocale);
      return { key: moduleAri(manifest, module.key), name, defaultGrants: declared.defaultGrants };
    }),
  );
  jira.registerEntityProperties(
    ofType('jira:entityProperty')
      .map((module) => v.parse(property, module.raw))
      .filter((declared) => declared.entityType === 'issue'),
  );
}
