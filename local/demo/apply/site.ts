import type { LocalSite } from '../../server';

/** What the demo needs of the site it fills: everything in the past is told from its clock's now. */
export type DemoSite = Pick<LocalSite, 'now' | 'jira' | 'permissionKeys' | 'call' | 'settle' | 'log'> & {
  readonly confluence: Pick<LocalSite['confluence'], 'createSpace' | 'importPage'>;
  readonly host: { readonly processes: Pick<LocalSite['host']['processes'], 'recycle'> };
};
