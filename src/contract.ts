/**
 * What a screen may ask the backend: one type, checked on both sides (`makeResolver` here, `makeInvoke` in `static`).
 * The backend parses every payload and authorises every call again; these types are a promise, not a protection.
 */
import type { catalogCalls } from './catalog/calls';
import type { ContractOf } from './kernel/call';
import type { knowledgeCalls } from './knowledge/calls';
import type { peopleCalls } from './people/calls';
import type { requestCalls } from './requests/calls';
import type { settingsCalls } from './settings/calls';
import type { slaCalls } from './sla/calls';

export type Contract = ContractOf<
  typeof catalogCalls &
    typeof knowledgeCalls &
    typeof peopleCalls &
    typeof requestCalls &
    typeof settingsCalls &
    typeof slaCalls
>;
