import { render } from '@testing-library/react';
import { Suspense } from 'react';
import { definitionsOf } from '../../../src/sla/engine/testing/build';
import { At } from '../../kit/testing/at';
import { useLoad } from '../../shared/use-load';
import { type PageKey, pageAddress } from '../addresses';
import { fieldCatalog } from '../model/field-catalog';
import type { PageProps } from '../page-props';
import { PAGES, type SettingsPage } from '../pages';
import { rightsOf } from '../rights';

type Shared = Partial<PageProps>;

/** Shows a page of the settings as they show it: with what it reads for itself, at its address. By itself to an administrator. */
export function showPage(key: PageKey, shared: Shared = {}, path = pageAddress(key)): void {
  const page = PAGES.find((each) => each.key === key);
  if (page === undefined) throw new Error(`There is no page ${key}.`);
  render(
    <At path={path}>
      <Suspense fallback={null}>
        <Shown page={page} shared={shared} />
      </Suspense>
    </At>,
  );
}

function Shown({ page, shared }: { readonly page: SettingsPage; readonly shared: Shared }) {
  const { loaded, reload } = useLoad(page.key, page.load);
  const rights = shared.rights ?? rightsOf({ roles: [], jiraAdmin: true });
  if (loaded.state !== 'ready') return null;
  return (
    <page.Page
      rights={rights}
      readOnly={!page.edits(rights)}
      definitions={definitionsOf([], { calendars: [] })}
      problems={[]}
      catalog={fieldCatalog([], {})}
      confluence={false}
      onChanged={() => undefined}
      onImported={() => undefined}
      {...shared}
      own={loaded.value as never}
      onReload={reload}
    />
  );
}
