import * as v from 'valibot';
import { askConfluence } from '../ask-confluence';

const Page = v.object({
  id: v.string(),
  title: v.string(),
  body: v.object({ view: v.object({ value: v.string() }) }),
  version: v.optional(v.object({ createdAt: v.optional(v.string()) })),
});

export interface PageToRead {
  readonly title: string;
  /** Already free of everything that could run or load. */
  readonly html: string;
  readonly updatedAt: string | null;
}

const ALLOWED = {
  ALLOWED_TAGS: (
    'h1 h2 h3 h4 h5 h6 p br hr ul ol li dl dt dd strong b em i u s sub sup code pre blockquote ' +
    'table thead tbody tfoot tr th td caption a span div time'
  ).split(' '),
  ALLOWED_ATTR: ['href', 'colspan', 'rowspan', 'datetime', 'start'],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
};

/** A page as the viewer may read it, cut down to text, lists, tables and links. Throws `ProductFailed`. */
export async function readPage(pageId: string): Promise<PageToRead> {
  const [page, { default: purify }] = await Promise.all([
    askConfluence(`/wiki/api/v2/pages/${encodeURIComponent(pageId)}?body-format=view`, Page),
    import('dompurify'),
  ]);
  return {
    title: page.title,
    html: purify.sanitize(page.body.view.value, ALLOWED),
    updatedAt: page.version?.createdAt ?? null,
  };
}
