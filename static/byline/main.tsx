import { mountSurface } from '../shared/mount';
import { BylinePanel } from './byline-panel';
import { pageHere } from './page-here';
import { bylineTexts } from './texts';

void mountSurface({
  title: 'byline.title',
  texts: [bylineTexts],
  render: () => <BylinePanel pageId={pageHere()} />,
});
