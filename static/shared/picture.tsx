import { pictureType } from '../../src/catalog/domain/picture';
import type { ItemPicture } from '../../src/catalog/domain/model';
import { call } from './api';
import { localized } from './i18n';
import { useLoad } from './use-load';

interface Props {
  /** For who may order the item, or for who edits it. */
  readonly by: 'portal.picture' | 'catalog.picture';
  readonly itemId: string;
  readonly picture: ItemPicture;
  /** Whom it is shown for, where that is not the viewer. */
  readonly person?: { readonly for?: string };
}

const MOST_WIDTH = 640;
const MOST_HEIGHT = 320;

/** Pictures that this screen has, by label: each is asked for once, as another picture has another label. */
const known = new Map<string, string>();

/** What was just sent need not be asked for. */
export const rememberPicture = (label: string, picture: string): void => void known.set(label, picture);

/** The picture of an item. It has its room before it is there; one that does not come leaves the words that stand for it. */
export function Picture({ by, itemId, picture: { label, width, height, alt }, person = {} }: Props) {
  const { loaded } = useLoad(`picture:${label}`, async () => {
    const picture =
      known.get(label) ??
      (await (by === 'portal.picture' ? call(by, { itemId, label, ...person }) : call(by, { itemId, label })))
        .picture;
    rememberPicture(label, picture);
    return `data:${pictureType(picture) ?? ''};base64,${picture}`;
  });
  const text = localized(alt);
  if (loaded.state === 'error') return <p>{text}</p>;
  const shown = Math.min(width, MOST_WIDTH, (MOST_HEIGHT * width) / height);
  return (
    <div style={{ maxWidth: shown, aspectRatio: `${width} / ${height}` }}>
      {loaded.state === 'ready' && <img src={loaded.value} alt={text} style={{ width: '100%' }} />}
    </div>
  );
}
