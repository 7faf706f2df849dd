import { type Sql } from '../../shared/sql.ts';

const PRIORITIES = [
  ['1', 'Highest', '#d04437'],
  ['2', 'High', '#f15C75'],
  ['3', 'Medium', '#f79232'],
  ['4', 'Low', '#707070'],
  ['5', 'Lowest', '#999999'],
] as const;
const RESOLUTIONS = [
  ['10000', 'Done'],
  ['10001', "Won't Do"],
  ['10002', 'Duplicate'],
  ['10003', 'Declined'],
] as const;
const LINK_TYPES = [
  ['10000', 'Blocks', 'is blocked by', 'blocks'],
  ['10001', 'Cloners', 'is cloned by', 'clones'],
  ['10002', 'Duplicate', 'is duplicated by', 'duplicates'],
  ['10003', 'Relates', 'relates to', 'relates to'],
] as const;
const ISSUE_TYPES = [
  ['10001', 'Task', 'A small, distinct piece of work.', 0],
  ['10002', 'Service Request', 'Something a person asks for.', 0],
  ['10003', 'Incident', 'Something that does not work as it should.', 0],
  ['10004', 'Subtask', 'A piece of a larger task.', 1],
] as const;
const ROLES = [
  [10002, 'Administrators'],
  [10003, 'Service Desk Team'],
  [10004, 'Service Desk Customers'],
] as const;

/** What every fresh Jira has: priorities, resolutions, link types, issue types and roles. Keeps what is there. */
export function seedDefaults(sql: Sql): void {
  sql.tx(() => {
    PRIORITIES.forEach(([id, name, color], position) =>
      sql.run('insert or ignore into jira_priorities values (?, ?, ?, ?)', [id, name, color, position]),
    );
    for (const row of RESOLUTIONS) sql.run('insert or ignore into jira_resolutions values (?, ?)', row);
    for (const row of LINK_TYPES) sql.run('insert or ignore into jira_link_types values (?, ?, ?, ?)', row);
    for (const row of ISSUE_TYPES) sql.run('insert or ignore into jira_issue_types values (?, ?, ?, ?)', row);
    for (const row of ROLES) sql.run('insert or ignore into jira_roles values (?, ?)', row);
    sql.run("insert or ignore into jira_global_grants values ('ADMINISTER', 'group', 'jira-administrators')");
  });
}
