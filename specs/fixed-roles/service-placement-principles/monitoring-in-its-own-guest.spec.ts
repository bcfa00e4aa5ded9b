import { all, control, every, none, saw, that } from '#harness'

control(
  'Monitoring has a guest and an engine to itself',
  {
    statement: 'FR-48',
    impact: 'high',
    kind: 'isolation',
    standards: ['AU-9', 'SC-2', 'SI-4'],
    remedy:
      'Move the servers of monitoring into the guest that is for them, and whatever else is there out of it; exporters may stay where they measure.',
  },
  ({ host, hosts, inventory, lab, need }) => {
    const watching = hosts('monitoring').map(({ name }) => name)
    const server =
      /prometheus|grafana|alertmanager|victoria|thanos|loki|influxdb|zabbix-server|uptime-kuma|gatus/
    const exporter = /exporter|node-exporter|cadvisor|promtail|alloy/
    // Whose registry or account it is says nothing of what it is.
    const last = (image: string) => image.split('/').at(-1) ?? ''
    const { stacks } = need('placement')
    const own = stacks.filter(({ domain }) => domain === 'monitoring').map(({ project }) => project)
    const core = need('engines').filter((name) => !watching.includes(name))
    const ids = watching.map((name) => host(name).dockerInfo.id)
    all(
      () => that(watching.length === 1, 'one guest is for monitoring', { watching }),
      () =>
        every(
          stacks.filter(({ domain }) => domain === 'monitoring'),
          'is in that guest',
          (it) => watching.includes(it.host),
        ),
      ...core.map((name) => () => {
        none(
          host(name).workloads.map(({ image, name: container, project }) => ({
            host: name,
            container,
            image,
            project,
          })),
          'is a server of monitoring among what it watches',
          (it) =>
            own.includes(it.project ?? 'none') ||
            (server.test(last(it.image)) && !exporter.test(last(it.image))),
        )
      }),
      ...watching.map((name) => () => {
        every(host(name).workloads, 'is a part of monitoring', ({ project = 'none' }) =>
          own.includes(project),
        )
      }),
      () =>
        none(core, 'shares its engine with monitoring', (name) =>
          ids.includes(host(name).dockerInfo.id),
        ),
      () =>
        every(watching, 'is a guest that runs', (name) =>
          saw(
            lab.guests,
            ({ status, vmid }) =>
              status === 'running' &&
              inventory.hosts.some((it) => it.name === name && it.vmid === vmid),
          ),
        ),
      () =>
        that(lab.prometheusRuntime.isReady, 'monitoring answers', {
          ready: lab.prometheusRuntime.isReady,
        }),
    )
  },
)
