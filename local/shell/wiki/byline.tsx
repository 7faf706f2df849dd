import { useRef, useState } from 'react';
import { SurfaceFrame } from '../frame/surface-frame';
import { api, path } from '../lib/api';
import { type Module, useModules, useSite } from '../lib/site';
import { useDismiss } from '../lib/use-dismiss';
import { useLoad } from '../lib/use-load';
import type { Page } from './types';
import { Button } from '../lib/parts';

interface Shown {
  readonly title: string;
  readonly tooltip?: string;
}

/** What the app has written for this page; its module's title before that. */
async function loadShown(pageId: string, module: Module): Promise<Shown> {
  const key = module.raw['contentPropertyKey'];
  if (typeof key !== 'string') return { title: module.title };
  const { results } = await api<Page<{ readonly value: unknown }>>(
    path`/wiki/api/v2/pages/${pageId}/properties?key=${key}`,
  );
  const value = results[0]?.value;
  if (typeof value !== 'object' || value === null) return { title: module.title };
  const { title, tooltip } = value as Readonly<Record<string, unknown>>;
  return {
    title: typeof title === 'string' ? title : module.title,
    ...(typeof tooltip === 'string' ? { tooltip } : {}),
  };
}

/** The app's items in the line below the title. */
export function Byline({ pageId }: { readonly pageId: string }) {
  const { confluenceConnected } = useSite();
  const modules = useModules('confluence:contentBylineItem');
  if (!confluenceConnected) return null;
  return (
    <>
      {modules.map((module) => (
        <BylineItem key={module.key} module={module} pageId={pageId} />
      ))}
    </>
  );
}

function BylineItem({ module, pageId }: { readonly module: Module; readonly pageId: string }) {
  const { version, person } = useSite();
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLSpanElement>(null);
  const loaded = useLoad(`${pageId} ${version} ${person.accountId} ${open}`, () => loadShown(pageId, module));
  useDismiss(root, open, () => setOpen(false));
  return (
    <span className="byline-item" ref={root}>
      <Button look="subtle" aria-expanded={open} title={loaded.value?.tooltip} onClick={() => setOpen(!open)}>
        {loaded.value?.title ?? module.title}
      </Button>
      {open && (
        <div className="popup" role="dialog" aria-label={module.title}>
          <SurfaceFrame
            module={module}
            title={module.title}
            extension={{ content: { id: pageId } }}
            minHeight={80}
            onClose={() => setOpen(false)}
          />
        </div>
      )}
    </span>
  );
}
