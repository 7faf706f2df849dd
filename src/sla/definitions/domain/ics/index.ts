export { type IcsContent, NotAnIcsError, parseIcs, type SkippedEvent, type SkipReason } from './read';
