import AlertIcon from '@atlaskit/icon/core/alert';
import BookIcon from '@atlaskit/icon/core/book-with-bookmark';
import BoxIcon from '@atlaskit/icon/core/archive-box';
import CalendarIcon from '@atlaskit/icon/core/calendar';
import CarIcon from '@atlaskit/icon/core/vehicle-car';
import CardIcon from '@atlaskit/icon/core/credit-card';
import CartIcon from '@atlaskit/icon/core/marketplace';
import CashIcon from '@atlaskit/icon/core/cash';
import ChartIcon from '@atlaskit/icon/core/chart-bar';
import DeskIcon from '@atlaskit/icon/core/office-building';
import FileIcon from '@atlaskit/icon/core/file';
import HeadsetIcon from '@atlaskit/icon/core/headphones';
import KeyIcon from '@atlaskit/icon/core/log-in';
import LaptopIcon from '@atlaskit/icon/core/devices';
import LockIcon from '@atlaskit/icon/core/lock-locked';
import PeopleIcon from '@atlaskit/icon/core/people-group';
import PhoneIcon from '@atlaskit/icon/core/device-mobile';
import QuestionIcon from '@atlaskit/icon/core/question-circle';
import ReceiptIcon from '@atlaskit/icon/core/note';
import ScreenIcon from '@atlaskit/icon/core/screen';
import SoftwareIcon from '@atlaskit/icon/core/app';
import TravelIcon from '@atlaskit/icon/core/globe';
import WrenchIcon from '@atlaskit/icon/core/tools';

const GLYPHS = {
  alert: AlertIcon,
  book: BookIcon,
  box: BoxIcon,
  calendar: CalendarIcon,
  car: CarIcon,
  card: CardIcon,
  cart: CartIcon,
  chart: ChartIcon,
  desk: DeskIcon,
  document: FileIcon,
  headset: HeadsetIcon,
  key: KeyIcon,
  laptop: LaptopIcon,
  lock: LockIcon,
  money: CashIcon,
  monitor: ScreenIcon,
  people: PeopleIcon,
  phone: PhoneIcon,
  question: QuestionIcon,
  receipt: ReceiptIcon,
  software: SoftwareIcon,
  travel: TravelIcon,
  wrench: WrenchIcon,
} as const;

export const GLYPH_NAMES = Object.keys(GLYPHS);

const isKnown = (name: string): name is keyof typeof GLYPHS => name in GLYPHS;

/** The icon of an item or category, beside its name: it says nothing to screen readers. Unknown names show a box. */
export function Glyph({ name }: { readonly name: string }) {
  const Icon = GLYPHS[isKnown(name) ? name : 'box'];
  return <Icon label="" color="currentColor" />;
}
