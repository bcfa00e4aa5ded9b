import { all, control, every, none } from '#harness'

control(
  'Node Exporter of each host tells of that host',
  {
    statement: 'LA-48',
    impact: 'high',
    kind: 'observability',
    standards: ['SI-4', 'CM-8', 'CA-7'],
    remedy:
      'Point the target at the host’s own address, and run the exporter on the host instead of in a container.',
  },
  ({ ageSeconds, host, hosts, lab }) => {
    const of = (metric: string, address: string) =>
      lab.scrapedSeries.filter(
        ({ name, labels }) => name === metric && labels.instance === `${address}:9100`,
      )
    const textFiles = lab.scrapedSeries.filter(({ name }) => name === 'node_textfile_mtime_seconds')

    all(
      () =>
        every(
          hosts().map(({ name, address }) => ({ host: name, address })),
          'is the machine that its exporter tells of',
          ({ host: name, address }) => {
            const { hostname, bootedAt } = host(name).identity
            const [who] = of('node_uname_info', address)
            const [boot] = of('node_boot_time_seconds', address)
            return (
              who?.labels.nodename === hostname &&
              boot !== undefined &&
              Math.abs(boot.value - Date.parse(bootedAt) / 1000) <= 2
            )
          },
        ),
      () =>
        none(
          textFiles.map(({ labels, value }) => ({
            file: labels.file,
            instance: labels.instance,
            at: new Date(value * 1000).toISOString(),
          })),
          'is served though it is old',
          ({ at }) => Math.abs(ageSeconds(at)) > 3600,
        ),
    )
  },
)
