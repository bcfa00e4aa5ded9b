import { all, control, that, the } from '#harness'

control(
  'Open WebUI runs in the cluster and answers at its name',
  {
    statement: 'TG-01',
    impact: 'medium',
    kind: 'placement',
    standards: ['CM-8'],
    remedy: 'Look at its pods and its Ingress: `kubectl -n open-webui get pods,ingress`.',
  },
  ({ lab, need, vantage }) => {
    const { namespace } = the(
      need('kubernetes').applications,
      'application',
      ({ name }) => name === 'open-webui',
    )
    const workload = the(
      lab.kubeWorkloads,
      'workload',
      (one) =>
        one.namespace === namespace && one.podLabels['app.kubernetes.io/name'] === 'open-webui',
    )
    const page = the(vantage('lan').webAnswers, 'page', ({ id }) => id === 'health:open-webui')

    all(
      () =>
        that(workload.isObserved && workload.available >= 1, 'a pod of it is available', {
          available: workload.available,
        }),
      () =>
        that(
          page.status === 200 &&
            page.certificate?.valid === true &&
            /"status": ?true/.test(page.body ?? ''),
          'its own page answers',
          page,
        ),
    )
  },
)
