import Button from '@atlaskit/button/default/button';
import { useLocation } from 'wouter';
import type { Text } from '../../../src/catalog/domain/model';
import { NO_DRAFT } from '../../../src/requests/domain/draft-list';
import { localized, t } from '../../shared/i18n';
import { draftAddress } from '../drafts/draft-words';
import { useHome } from '../home-data';
import { type Carried, carryTo } from './carried-answers';
import { carriedOn, wayOn } from './way-on';

interface Props {
  /** The item that is offered no more, and what took its place. */
  readonly itemId: string;
  readonly replacedBy: string;
  /** What it was called. */
  readonly from: Text;
  readonly begun: () => Omit<Carried, 'from' | 'asText'>;
  readonly onLeave?: () => Promise<void>;
}

/** Takes the answers, and their draft, to where they can be sent; nothing where that is nowhere the viewer may order. */
export function WayOnButton({ itemId, replacedBy, from, begun, onLeave }: Props) {
  const { loaded } = useHome();
  const [, go] = useLocation();
  const way = loaded.state === 'ready' ? wayOn(loaded.value, itemId, replacedBy) : null;
  if (way === null) return null;
  const leave = async (): Promise<void> => {
    await onLeave?.();
    carryTo(way.item.id, carriedOn(way, begun(), from));
    go(draftAddress(way.item.id, NO_DRAFT));
  };
  return (
    <Button appearance="primary" onClick={() => void leave()}>
      {t(way.isReplacement ? 'portal.way.replacement' : 'portal.way.other', {
        item: localized(way.item.name),
      })}
    </Button>
  );
}
