/** A request: what somebody asked for, in which version, and the Jira issue that fulfils it. */
import type * as v from 'valibot';
import type { Answers } from '../../catalog/domain/model';
import type { ReadOnly } from '../../kernel/read-only';
import type { askedSchema, decisionSchema, headOfApproval, headSchema, voidedSchema } from './request-schema';

export type ApprovalDecision = ReadOnly<v.InferOutput<typeof decisionSchema>>;
export type ApprovalHead = ReadOnly<v.InferOutput<typeof headOfApproval>>;
export type Voided = ReadOnly<v.InferOutput<typeof voidedSchema>>;
export type RequestHead = ReadOnly<v.InferOutput<typeof headSchema>>;

/** The whole step: who is asked, and what they said. */
export type RequestApproval = ApprovalHead & ReadOnly<v.InferOutput<typeof askedSchema>>;

export interface RequestDocument extends RequestHead {
  readonly answers: Answers;
  readonly approvals: readonly RequestApproval[];
}
