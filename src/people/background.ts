/** What happens to records while nobody waits: a door of its own, so that screens do not load it. */
export { checkAccounts } from './check-accounts';
