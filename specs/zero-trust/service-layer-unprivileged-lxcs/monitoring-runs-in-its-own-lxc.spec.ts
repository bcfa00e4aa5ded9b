import { all, control, every, none, that, the } from '#harness'

control(
  'Prometheus and Grafana run in a container of their own, and are well',
  {
    statement: 'ZT-46',
    impact: 'high',
    kind: 'placement',
    standards: ['SI-4', 'CM-8', 'CIS-8.2'],
    remedy:
      'Start them in the monitoring container: `systemctl start prometheus grafana-server`; see `promtool check config` when a reload failed, and the data source in Grafana when that one does.',
  },
  ({ host, hosts, inventory, lab }) => {
    const [own] = hosts('monitoring')
    const { address, name, tailnetAddress, vmid } = the(
      hosts('monitoring'),
      'monitoring host',
      () => true,
    )
    const mine = [address, tailnetAddress, 'localhost', '127.0.0.1', '::1', own?.name]
    const others = inventory.services.filter(({ role }) => role !== 'monitoring')

    all(
      () => {
        const guest = the(lab.guests, `guest ${vmid}`, (it) => it.vmid === vmid)
        that(guest.type === 'lxc' && guest.status === 'running', 'its container runs', guest)
      },
      () => {
        const { isConfigLoaded, isReady } = lab.prometheusRuntime
        that(isReady && isConfigLoaded, 'Prometheus is ready, with its present configuration', {
          isReady,
          isConfigLoaded,
        })
      },
      () =>
        every(
          ['prometheus.service', 'grafana-server.service'].map((unit) => ({ host: name, unit })),
          'is active there',
          ({ unit }) =>
            the(host(name).services, unit, (it) => it.names.includes(unit)).activeState ===
            'active',
        ),
      () => {
        const { database, version } = lab.grafana
        that(database === 'ok', 'Grafana reaches its own database', { database, version })
      },
      () => {
        const source = the(
          lab.grafana.dataSources,
          'data source of this Prometheus',
          ({ host: at, port, type }) =>
            type === 'prometheus' &&
            mine.includes(at) &&
            isPort(port, inventory.apis.prometheus?.url),
        )
        that(source.health === 'OK', 'Grafana gets answers from Prometheus', source)
      },
      () =>
        none(
          others.filter((service) => service.host === name),
          'shares its container by declaration',
          () => true,
        ),
      () =>
        none(
          host(name).services.filter(({ activeState }) => activeState === 'active'),
          'shares its container',
          ({ names }) => others.some((service) => names.includes(`${service.name}.service`)),
        ),
    )
  },
)

const isPort = (port: number, url: string | undefined) =>
  url !== undefined && new URL(url).port === String(port)
