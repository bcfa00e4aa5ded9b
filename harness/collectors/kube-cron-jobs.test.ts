import { expect, test } from 'vitest'
import { disruptionBudgets } from './disruption-budgets.ts'
import { kubeCronJobs } from './kube-cron-jobs.ts'
import { kubeJobs } from './kube-jobs.ts'
import { listing, meta } from './kubernetes/listing.ts'
import { inventory } from './text/stage.ts'

test('a run that was begun is not one that ended well', async () => {
  const job = {
    metadata: meta('export', 'paperless'),
    spec: { schedule: '0 3 * * *' },
    status: { lastScheduleTime: '2026-11-20T03:00:00Z' },
  }
  const { items } = await kubeCronJobs.read(
    listing({ '/apis/batch/v1/cronjobs': ['CronJobList', job] }),
    inventory,
  )
  expect(items[0]).toMatchObject({
    intervalSeconds: 86_400,
    isSuspended: false,
    begunAt: '2026-11-20T03:00:00Z',
  })
  expect(items[0]).not.toHaveProperty('succeededAt')
})

test('a job tells how it ended', async () => {
  const job = {
    metadata: meta('export-1', 'paperless'),
    status: { conditions: [{ type: 'Failed', status: 'True', reason: 'BackoffLimitExceeded' }] },
  }
  const { items } = await kubeJobs.read(
    listing({ '/apis/batch/v1/jobs': ['JobList', job] }),
    inventory,
  )
  expect(items[0]?.conditions).toEqual([
    { type: 'Failed', status: 'True', reason: 'BackoffLimitExceeded' },
  ])
})

test('a budget that means nothing expects nothing, and one not yet looked at says so', async () => {
  const budget = {
    metadata: meta('web', 'web'),
    spec: { selector: { matchLabels: { app: 'web' } } },
    status: {},
  }
  const { items } = await disruptionBudgets.read(
    listing({ '/apis/policy/v1/poddisruptionbudgets': ['PodDisruptionBudgetList', budget] }),
    inventory,
  )
  expect(items[0]).toMatchObject({ expected: 0, allowed: 0, isObserved: false })
})
