import * as v from 'valibot';
import type { Db } from '../kernel/types';
import { readSetting, writeSetting } from './database';

const schema = v.object({
  /** Whether an admin connected the app to Confluence. */
  confluenceConnected: v.boolean(),
  /** Whether going over the storage and queue rates is refused. */
  rateLimits: v.boolean(),
  /** Events and jobs under way at once; without it, four when time runs and one when it stands. */
  parallel: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
});

export type SiteSettings = v.InferOutput<typeof schema>;

/** The switches of the site that survive a restart. */
export class Settings {
  current: SiteSettings;

  constructor(
    private readonly db: Db,
    clockRuns: boolean,
  ) {
    const defaults = { confluenceConnected: true, rateLimits: clockRuns };
    this.current = v.parse(schema, { ...defaults, ...(readSetting(db, 'site') as object | undefined) });
  }

  /** Changes the named switches. Throws when one makes no sense. */
  change(patch: unknown): void {
    this.current = v.parse(schema, { ...this.current, ...v.parse(v.partial(schema), patch) });
    writeSetting(this.db, 'site', this.current);
  }
}
