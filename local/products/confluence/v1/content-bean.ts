import { isoStamp } from '../../shared/stamp.ts';
import { bodyBean } from '../pages/body.ts';
import { webPath } from '../pages/bean.ts';
import { labelBean, labelsOf } from '../pages/labels.ts';
import { findProperty, propertyBean } from '../pages/properties.ts';
import { ancestorsOf, type PageRow } from '../pages/row.ts';
import { type Wiki } from '../site.ts';
import { type SpaceRow } from '../spaces/routes.ts';
import { userBeanOf } from './user-bean.ts';

export function spaceV1(wiki: Wiki, spaceId: number): object {
  const row = wiki.sql.one<SpaceRow>('select * from conf_spaces where id = ?', [spaceId]);
  if (!row) return {};
  return {
    id: row.id,
    key: row.key,
    name: row.name,
    type: row.type,
    status: row.status,
    _expandable: {},
    _links: { webui: `/spaces/${row.key}`, self: `${wiki.baseUrl}/rest/api/space/${row.key}` },
  };
}

const versionV1 = (wiki: Wiki, row: PageRow): object => ({
  number: row.version,
  when: isoStamp(row.version_at),
  message: row.message,
  minorEdit: false,
  by: userBeanOf(wiki, row.version_by),
});

/** Properties asked for as `metadata.properties.<key>`. */
function properties(wiki: Wiki, row: PageRow, expand: readonly string[]): object {
  const keys = expand
    .filter((name) => name.startsWith('metadata.properties.'))
    .map((name) => name.slice('metadata.properties.'.length));
  const found: Record<string, object> = {};
  for (const key of keys) {
    const property = findProperty(wiki, row.id, key);
    if (property) found[key] = propertyBean(property);
  }
  return found;
}

/** A page as the first version of the REST API shows it, with what was asked to be expanded. */
export function contentBean(wiki: Wiki, row: PageRow, expand: readonly string[]): object {
  const wants = (name: string): boolean =>
    expand.includes(name) || expand.some((one) => one.startsWith(`${name}.`));
  const format =
    ['storage', 'view', 'atlas_doc_format'].find((name) => expand.includes(`body.${name}`)) ?? null;
  const labels = labelsOf(wiki, row.id).map((label) => ({ ...labelBean(label), label: label.name }));
  return {
    id: String(row.id),
    type: 'page',
    status: row.status,
    title: row.title,
    ...(wants('space') ? { space: spaceV1(wiki, row.space_id) } : {}),
    ...(wants('version') ? { version: versionV1(wiki, row) } : {}),
    ...(wants('ancestors')
      ? { ancestors: ancestorsOf(wiki, row).map((one) => contentBean(wiki, one, [])) }
      : {}),
    ...(wants('body') && format ? { body: bodyBean(row, format) } : {}),
    ...(wants('history')
      ? {
          history: {
            latest: true,
            createdBy: userBeanOf(wiki, row.author),
            createdDate: isoStamp(row.created),
          },
        }
      : {}),
    ...(wants('metadata')
      ? {
          metadata: {
            labels: { results: labels, start: 0, limit: 200, size: labels.length },
            properties: properties(wiki, row, expand),
            _expandable: {},
          },
        }
      : {}),
    _expandable: {},
    _links: {
      webui: webPath(wiki, row),
      self: `${wiki.baseUrl}/rest/api/content/${row.id}`,
      tinyui: `/x/${row.id}`,
    },
  };
}
