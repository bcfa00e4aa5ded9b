import { expect, test } from 'vitest'
import type { Views } from '../judge/views.ts'
import { argocdReconciles } from './argocd-reconciles.ts'
import { kubeControllersLive } from './kube-controllers-live.ts'
import { kubeIsTheCluster } from './kube-is-the-cluster.ts'
import { kubeletsLive } from './kubelets-live.ts'

const NOW = Date.parse('2026-01-02T03:00:00Z')
const ago = (seconds: number) => new Date(NOW - seconds * 1000).toISOString()
const whole = (...items: readonly object[]) => ({ items, complete: true })
/** A look that took a minute: leases were asked for 60 s before the snapshot. */
const views = (lab: object, inventory: object = {}) =>
  ({
    lab,
    inventory,
    ageSeconds: (at: string) => (NOW - Date.parse(at)) / 1000,
    evidenceOf: () => [{ takenAt: ago(60) }],
    parameter: { seconds: () => 900 },
  }) as unknown as Views
const lease = (name: string, seconds: number, namespace = 'kube-system') => ({
  name,
  namespace,
  renewedAt: ago(60 + seconds),
})
const leaders = (seconds: number) =>
  whole(lease('kube-scheduler', 2), lease('kube-controller-manager', seconds))

test('a lease is as old as it was when it was asked for', () => {
  const judge = (seconds: number) => () =>
    kubeControllersLive.holds(views({ kubeLeases: leaders(seconds) }), 'lab', 'kubeWorkloads')
  expect(judge(50)).not.toThrow()
  expect(judge(70)).toThrow('renewed just now')
  expect(judge(-70)).toThrow('renewed just now')
})

test('a leader without a lease is not alive', () => {
  const alone = views({ kubeLeases: whole(lease('kube-scheduler', 1)) })
  expect(() => kubeControllersLive.holds(alone, 'lab', 'kubeWorkloads')).toThrow('has a lease')
})

test('pods are believed while every kubelet lives, and each node has one', () => {
  const judge =
    (seconds: number, ...nodes: readonly string[]) =>
    () =>
      kubeletsLive.holds(
        views({
          kubeLeases: whole(lease('w', seconds, 'kube-node-lease')),
          kubeNodes: whole(...nodes.map((name) => ({ name }))),
        }),
        'lab',
        'kubePods',
      )
  expect(judge(5, 'w')).not.toThrow()
  expect(judge(500, 'w')).toThrow()
  expect(judge(5, 'w', 'cp')).toThrow('has a lease')
})

test('another cluster, or none that is declared, is not believed', () => {
  const lab = { kubeNamespaces: whole({ name: 'kube-system', uid: 'a' }) }
  const judge = (inventory: object) => () =>
    kubeIsTheCluster.holds(views(lab, inventory), 'lab', 'kubePods')
  expect(judge({ kubernetes: { uid: 'a' } })).not.toThrow()
  expect(judge({ kubernetes: { uid: 'b' } })).toThrow('UID')
  expect(judge({})).toThrow('which cluster')
  expect(kubeIsTheCluster.covers('kubePods', 'lab')).toBe(true)
  expect(kubeIsTheCluster.covers('metrics', 'lab')).toBe(false)
})

test('one application that was not compared, or in vain, spoils what is known of all', () => {
  const judge = (one: object) => () =>
    argocdReconciles.holds(
      views({ argocdReconciliations: whole({ at: ago(90), errors: [] }, one) }),
      'lab',
      'argocdApplications',
    )
  expect(judge({ at: ago(200), errors: [] })).not.toThrow()
  expect(judge({ at: ago(2000), errors: [] })).toThrow()
  expect(judge({ errors: [] })).toThrow()
  expect(judge({ at: ago(90), errors: ['ComparisonError'] })).toThrow()
})
