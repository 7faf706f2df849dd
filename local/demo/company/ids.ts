/** Ids the products give out for the demo company, fixed so that its configuration can name them. */

export const PROJECTS = { IT: '10001', HR: '10002', FAC: '10003', FIN: '10004' } as const;
export type ProjectKey = keyof typeof PROJECTS;

export const STATUS = {
  new: '10001',
  progress: '10002',
  requester: '10003',
  approval: '10004',
  vendor: '10005',
  resolved: '10006',
  closed: '10007',
  cancelled: '10008',
} as const;

export const TYPE = { request: '10002', incident: '10003', subtask: '10004' } as const;

export const PRIORITY = { highest: '1', high: '2', medium: '3', low: '4', lowest: '5' } as const;

export const RESOLUTION = { done: '10000', wontDo: '10001', duplicate: '10002', declined: '10003' } as const;

export const FIELD = {
  location: 'customfield_10050',
  department: 'customfield_10051',
  neededBy: 'customfield_10052',
  assetModel: 'customfield_10053',
  cost: 'customfield_10054',
  startDate: 'customfield_10055',
  vendorDate: 'customfield_10056',
  contact: 'customfield_10057',
} as const;

export const LOCATION = { berlin: '10301', moscow: '10302', remote: '10303' } as const;
export const DEPARTMENT = {
  engineering: '10311',
  sales: '10312',
  operations: '10313',
  finance: '10314',
  people: '10315',
} as const;

export const GROUP = {
  staff: 'pledge-staff',
  it: 'it-agents',
  hr: 'hr-agents',
  facility: 'facility-agents',
  finance: 'finance-agents',
  managers: 'managers',
  admins: 'site-admins',
} as const;
