import { control, every } from '#harness'

control(
  'No kubelet is newer than the API server, nor too far behind it',
  {
    statement: 'TG-74',
    impact: 'medium',
    strength: 'target',
    kind: 'configuration',
    standards: ['CM-6', 'SI-2'],
    remedy:
      'Upgrade in order: first the control plane, then the workers (`talosctl upgrade-k8s --to <release>`).',
  },
  ({ lab, parameter }) => {
    const { major, minor } = lab.kubeVersion
    every(
      lab.kubeNodes,
      'has a kubelet that fits the API server',
      ({ kubeletVersion }) => {
        const [, own, behind] = /^v(\d+)\.(\d+)\./.exec(kubeletVersion) ?? []
        const skew = minor - Number(behind)
        return Number(own) === major && skew >= 0 && skew <= parameter.number('p.kubelet.max_skew')
      },
      ({ kubeletVersion, name }) => ({ name, kubeletVersion }),
    )
  },
)
