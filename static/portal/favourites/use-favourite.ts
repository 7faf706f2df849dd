import { call } from '../../shared/api';
import { useHome } from '../home-data';

interface Favourite {
  readonly isOn: boolean;
  /** Turns it over; as it was where the backend refuses. */
  readonly toggle: () => void;
}

/** Whether the viewer has given an item a star; `null` while the home is not there. The star turns at once, and is kept after. */
export function useFavourite(itemId: string): Favourite | null {
  const { loaded, replace } = useHome();
  if (loaded.state !== 'ready') return null;
  const home = loaded.value;
  const isOn = home.favourites.includes(itemId);
  const others = home.favourites.filter((id) => id !== itemId);
  return {
    isOn,
    toggle: () => {
      replace({ ...home, favourites: isOn ? others : [itemId, ...others] });
      call('portal.favourite', { itemId, isOn: !isOn }).then(
        ({ favourites }) => replace({ ...home, favourites }),
        () => replace(home),
      );
    },
  };
}
