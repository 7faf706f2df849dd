export { type IcsContent, parseIcs, type SkippedEvent, type SkipReason } from './read';
