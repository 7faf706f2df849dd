/** Histories that administrators write down, with what a metric must make of them. */
import type { DurationMs, MetricState } from './base';
import type { CommentAuthor } from './conditions';
import type { FieldValue, Fields } from './history';

/**
 * A wall-clock time in the test case's zone: `2026-06-01T10:00`, with seconds and milliseconds where they matter. In the
 * hour that is repeated it means the earlier instant; with an offset (`…+01:00`, `…Z`) it is that instant.
 */
export type LocalDateTime = string;

interface TestEventBase {
  readonly at: LocalDateTime;
}

/** Something that happens to the made-up issue of a test case. Former values of a field follow from what came before. */
export type TestEvent =
  | (TestEventBase & {
      readonly kind: 'change';
      readonly changes: readonly { readonly field: string; readonly to: FieldValue }[];
    })
  | (TestEventBase & {
      readonly kind: 'comment';
      readonly author: CommentAuthor;
      readonly public: boolean;
      readonly shown?: true;
      readonly groups?: readonly string[];
    })
  | (TestEventBase & { readonly kind: 'approval'; readonly decision: 'requested' | 'approved' | 'declined' })
  | (TestEventBase & { readonly kind: 'link'; readonly linked: boolean; readonly linkType: string })
  | (TestEventBase & {
      readonly kind: 'child';
      readonly issueId: string;
      readonly metricId: string;
      readonly what: 'pauses' | 'resumes';
    })
  | (TestEventBase & { readonly kind: 'pause'; readonly reason: string; readonly resumeAt?: LocalDateTime })
  | (TestEventBase & { readonly kind: 'resume' })
  | (TestEventBase & { readonly kind: 'extend'; readonly ms: DurationMs; readonly from: 'target' | 'now' });

/** What must hold at the instant looked at; what is left out may be anything. */
export interface TestExpectation {
  readonly state?: MetricState;
  readonly breached?: boolean;
  /** Compared as finely as it is written; `none`: there must be no due instant. */
  readonly due?: 'none' | (LocalDateTime & {});
  /** Working time; compared to the minute when it is whole minutes. */
  readonly elapsedMs?: DurationMs;
  readonly goalId?: string;
}

/** A small story of an issue and what the metric must say of it. */
export interface SlaTestCase {
  readonly id: string;
  readonly name: string;
  /** IANA zone in which its times are written. */
  readonly zone: string;
  readonly createdAt: LocalDateTime;
  /** The fields as they are at creation. */
  readonly fields: Fields;
  readonly events: readonly TestEvent[];
  /** When the metric is looked at. */
  readonly at: LocalDateTime;
  readonly expect: TestExpectation;
}
