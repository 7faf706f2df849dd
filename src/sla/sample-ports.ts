/** The simulator on Forge. */
import { findIssues } from '../platform/jira/find-issues';
import { bulkPorts } from './jobs/live-ports';
import type { SamplePorts } from './simulate';

export const samplePorts: SamplePorts = { ...bulkPorts, find: findIssues };
