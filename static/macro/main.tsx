import { mountSurface } from '../shared/mount';
import { ItemCard } from './item-card';
import { placeHere } from './place-here';
import { macroTexts } from './texts';

void mountSurface({
  title: 'macro.title',
  texts: [macroTexts],
  render: () => <ItemCard place={placeHere()} />,
});
