import Button from '@atlaskit/button/default/button';
import ChevronDownIcon from '@atlaskit/icon/core/chevron-down';
import ChevronRightIcon from '@atlaskit/icon/core/chevron-right';
import { type ReactNode, Suspense, useState } from 'react';
import { SkeletonLines } from '../../shared/skeleton-lines';

interface Props {
  readonly label: string;
  readonly children: ReactNode;
}

/** A part most people never need: shown, and loaded, when it is opened. */
export function Disclosure({ label, children }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <section>
      <Button
        appearance="subtle"
        iconBefore={open ? ChevronDownIcon : ChevronRightIcon}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {label}
      </Button>
      {open && <Suspense fallback={<SkeletonLines height={40} count={4} />}>{children}</Suspense>}
    </section>
  );
}
