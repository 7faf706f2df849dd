/** What the manifest calls while somebody waits for the answer. */

// resolvers
export { resolver } from './entry/resolvers';

// JQL functions
export { onJql } from './entry/jql/on-jql';
