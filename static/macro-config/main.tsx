import { mountSurface } from '../shared/mount';
import { chosenItem } from './chosen-item';
import { ConfigForm } from './config-form';
import { macroConfigTexts } from './texts';

void mountSurface({
  title: 'macroConfig.title',
  texts: [macroConfigTexts],
  render: () => <ConfigForm chosen={chosenItem()} />,
});
