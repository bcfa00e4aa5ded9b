import { all, control, every } from '#harness'

control(
  'The cluster stays far below what its control plane is good for',
  {
    statement: 'TG-173',
    impact: 'low',
    strength: 'optional',
    kind: 'sizing',
    standards: ['SC-5', 'SC-6'],
    remedy:
      'Find who asks so often: `topk(5, sum by (resource, verb) (rate(apiserver_request_total[5m])))`.',
  },
  ({ lab, need, parameter }) => {
    const { requests } = lab.clusterMetrics
    const planes = need('talos').nodes.filter(({ role }) => role === 'controlplane')
    const total = requests.reduce((sum, { perSecond }) => sum + perSecond, 0)
    const nodes = lab.kubeNodes
    all(
      () =>
        every(
          { ...nodes, items: [nodes.items.length] },
          'is a number of nodes it can carry',
          (count) => count <= parameter.number('p.cluster.max_nodes'),
        ),
      () =>
        every(
          {
            items: [total],
            complete: requests.length >= planes.length,
            because: 'not every API server was measured',
          },
          'is a rate that it can carry',
          (rate) => rate <= parameter.number('p.cluster.max_rps'),
        ),
    )
  },
)
