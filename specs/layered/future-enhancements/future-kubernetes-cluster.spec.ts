import { all, control, every, none } from '#harness'

control(
  'Until a cluster is declared, none answers anywhere',
  {
    statement: 'LA-89',
    impact: 'low',
    strength: 'future',
    kind: 'placement',
    standards: ['CM-8', 'CM-2', 'CIS-1.2'],
    remedy: 'Shut the cluster down, or declare it under `apis.kubernetes`.',
  },
  ({ inventory, lab, vantage }) => {
    const parts =
      inventory.apis.kubernetes === undefined
        ? inventory.vantages.map(
            ({ name }) =>
              () =>
                none(vantage(name).openPorts, `answers ${name} like Kubernetes`, ({ port }) =>
                  [6443, 10_250].includes(port),
                ),
          )
        : [
            () =>
              every(lab.kubeNodes, 'is ready', ({ conditions }) =>
                conditions.some(({ type, status }) => type === 'Ready' && status === 'True'),
              ),
          ]

    all(...parts)
  },
)
