import { all, that, the, type Views } from '#harness'

/** An application of the cluster is served: a pod of it is available, and the page at its name is its own. */
export function isServed({ lab, need, vantage }: Views, application: string, says: RegExp): void {
  const { namespace } = the(
    need('kubernetes').applications,
    'application',
    ({ name }) => name === application,
  )
  const workload = the(
    lab.kubeWorkloads,
    'workload',
    (one) => one.namespace === namespace && one.podLabels['app.kubernetes.io/name'] === application,
  )
  const page = the(vantage('lan').webAnswers, 'page', ({ id }) => id === `health:${application}`)

  all(
    () =>
      that(workload.isObserved && workload.available >= 1, 'a pod of it is available', {
        available: workload.available,
      }),
    () =>
      that(
        page.status === 200 && page.certificate?.valid === true && says.test(page.body ?? ''),
        'its own page answers',
        page,
      ),
  )
}
