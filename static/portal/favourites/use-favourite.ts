import { call } from '../../shared/api';
import { forWhom } from '../for-whom/for-whom';
import { inTurn } from '../in-turn';
import { useHome } from '../home-data';

interface Favourite {
  readonly isOn: boolean;
  /** Turns it over; as it was where the backend refuses. */
  readonly toggle: () => void;
}

/**
 * Whether the viewer has given an item a star; `null` while the home is not there. The star turns at once, and is kept after: one
 * after the other, as they stand in one list.
 */
export function useFavourite(itemId: string): Favourite | null {
  const { loaded, update } = useHome();
  // Stars are the viewer's own: none is given to what is shown for somebody else.
  if (loaded.state !== 'ready' || forWhom() !== null) return null;
  const isOn = loaded.value.favourites.includes(itemId);
  const turn = (turnsOn: boolean): void =>
    update((home) => {
      const others = home.favourites.filter((id) => id !== itemId);
      return { ...home, favourites: turnsOn ? [itemId, ...others] : others };
    });
  return {
    isOn,
    toggle: () => {
      turn(!isOn);
      inTurn(() => call('portal.favourite', { itemId, isOn: !isOn })).catch(() => turn(isOn));
    },
  };
}
