import { control, every } from '#harness'

control(
  'Every running container of every machine is measured',
  {
    statement: 'ZF-107',
    impact: 'medium',

    kind: 'observability',
    standards: ['SI-4', 'AU-6'],
    remedy:
      'Start cadvisor on the machine, with /var/lib/docker and /sys mounted read-only, and give it a target in prometheus.yml.',
  },
  ({ host, lab, need }) => {
    const { containers } = need('monitoring')
    const machines = [...new Set(need('placement').stacks.map(({ host: on }) => on))]

    every(
      machines.map((machine) => ({
        machine,
        measured: lab.vmSeries.containers[containers[machine] ?? 'none'],
        running: host(machine).workloads.filter(({ isRunning }) => isRunning).length,
      })),
      'has as many containers measured as run, but for one that comes or goes',
      ({ measured, running }) => measured !== undefined && Math.abs(measured - running) <= 1,
    )
  },
)
