import { type Cause } from '../../shared/events.ts';
import { isoStamp } from '../../shared/stamp.ts';
import { type Wiki } from '../site.ts';
import { ancestorsOf, type PageRow } from './row.ts';
import { webPath } from './bean.ts';

interface SpaceRow {
  readonly id: number;
  readonly key: string;
  readonly name: string;
  readonly type: string;
  readonly status: string;
}

/** The page as Confluence's events carry it: its place and version, not its body. */
function contentForEvent(wiki: Wiki, row: PageRow): object {
  const space = wiki.sql.one<SpaceRow>('select id, key, name, type, status from conf_spaces where id = ?', [
    row.space_id,
  ]);
  return {
    id: String(row.id),
    type: 'page',
    status: 'current',
    title: row.title,
    ...(space
      ? { space: { id: space.id, key: space.key, name: space.name, type: space.type, status: space.status } }
      : {}),
    history: {
      latest: true,
      createdBy: row.author === null ? null : { type: 'known', accountId: row.author },
      createdDate: isoStamp(row.created),
      lastUpdated: {
        by: row.version_by === null ? null : { type: 'known', accountId: row.version_by },
        when: isoStamp(row.version_at),
        number: row.version,
      },
    },
    version: {
      number: row.version,
      when: isoStamp(row.version_at),
      minorEdit: false,
      message: row.message,
      by: row.version_by === null ? null : { type: 'known', accountId: row.version_by },
    },
    ancestors: ancestorsOf(wiki, row).map((page) => ({
      id: String(page.id),
      type: 'page',
      status: 'current',
      title: page.title,
    })),
    _links: { webui: webPath(wiki, row), self: `${wiki.baseUrl}/rest/api/content/${row.id}` },
  };
}

/** Tells what happened to a page. */
export function tellPage(wiki: Wiki, verb: 'created' | 'updated', row: PageRow, cause: Cause): void {
  wiki.events.emit({
    eventType: `avi:confluence:${verb}:page`,
    at: wiki.clock.now(),
    selfGenerated: cause.selfGenerated,
    ...(cause.accountId === undefined ? {} : { atlassianId: cause.accountId }),
    payload: {
      timestamp: wiki.clock.now(),
      content: contentForEvent(wiki, row),
      suppressNotifications: false,
      updateTrigger: verb === 'updated' ? 'edit_page' : undefined,
    },
  });
}
