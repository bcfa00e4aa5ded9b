import { control, every, saw } from '#harness'

control(
  'Every node runs the release of Talos that the code declares',
  {
    statement: 'TG-72',
    impact: 'critical',
    kind: 'configuration',
    standards: ['CM-2', 'CM-6', 'CIS-4.1'],
    remedy:
      'Upgrade the node that was left out: `talosctl -n <node> upgrade --image <installer image>`; state the release in p.talos.version of lab.yaml.',
  },
  ({ lab, need, parameter }) =>
    every(
      [parameter.text('p.talos.version')].filter((version) => version !== ''),
      'is what every node runs',
      (version) => {
        every(need('talos').nodes, 'is in the cluster', ({ name }) =>
          saw(lab.kubeNodes, (node) => node.name === name),
        )
        every(
          lab.kubeNodes,
          'runs it',
          ({ osImage }) => osImage === `Talos (${version})`,
          ({ name, osImage }) => ({ name, osImage }),
        )
        return /^v\d+\.\d+\.\d+$/.test(version)
      },
    ),
)
