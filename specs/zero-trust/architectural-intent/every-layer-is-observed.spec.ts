import { all, control, every, that, the } from '#harness'

control(
  'Every layer delivers fresh measurements of its own',
  {
    statement: 'ZT-18',
    impact: 'high',
    kind: 'observability',
    standards: ['SI-4', 'CA-7', 'AU-12', 'CIS-8.2'],
    remedy:
      'Give the host a target in prometheus.yml by its own address; where a measurement is old, see its timer: `systemctl list-timers` and the files below /var/lib/prometheus/node-exporter.',
  },
  ({ ageSeconds, evidenceOf, host, hosts, inventory, lab, need, parameter }) => {
    const observed = hosts('hypervisor', 'storage', 'compute', 'service', 'monitoring')
    const freshest = parameter.seconds('p.metrics.freshness')
    const { asked, samples: taken } = lab.metrics
    // What was fresh when Prometheus was asked; how long ago that was is for the guard "fresh" to judge.
    const askedAt = ageSeconds(the(evidenceOf('metrics', 'lab'), 'answer', () => true).takenAt)
    const oldestFile = parameter.seconds('p.metrics.textfile_max_age')
    const addressesOf = (name: string) => {
      const { address, tailnetAddress } = the(inventory.hosts, name, (it) => it.name === name)
      return [address, tailnetAddress, name]
    }
    const targetOf = (name: string) =>
      lab.prometheusTargets.find(
        ({ host: at, labels }) =>
          addressesOf(name).includes(at) &&
          taken.some(
            (sample) =>
              sample.name === 'node_uname_info' && sample.labels.instance === labels.instance,
          ),
      )
    /** Samples that were scraped from a host just now. */
    const samples = (metric: string, name?: string) =>
      taken.filter(
        (sample) =>
          sample.name === metric &&
          ageSeconds(sample.at) - askedAt <= freshest &&
          (name === undefined || sample.labels.instance === targetOf(name)?.labels.instance),
      )
    const hasGpu = inventory.absent?.gpu === undefined
    const required = parameter.words('p.metrics.required')
    // A certificate is seen by its own host: another's says nothing about it.
    const withCertificate = inventory.services
      .filter(({ remote }) => remote?.url.startsWith('https:') && required.includes('cert_days'))
      .map((service) => ({ metric: 'cert_days', host: service.host }))
    const needed = [
      { metric: 'parity_age', host: need('storage').host },
      { metric: 'pool_branches', host: need('storage').host },
      ...(hasGpu ? [{ metric: 'gpu_ok', host: need('gpu').host }] : []),
      ...need('smb').clients.map((client) => ({ metric: 'mount_ok', host: client })),
      ...withCertificate,
      ...required
        .filter((metric) => metric !== 'gpu_ok' || hasGpu)
        .map((metric) => ({ metric, host: undefined })),
    ]
    const disks = [...need('storage').dataDisks, ...need('storage').parityDisks].map(
      ({ path }) => path,
    )
    const mounts = need('storage').mountUsers.flatMap((user) =>
      user.paths.filter((path) => !disks.includes(path)).map((path) => ({ host: user.host, path })),
    )

    all(
      () =>
        every(
          observed.map(({ name }) => ({ host: name, target: targetOf(name)?.health ?? 'none' })),
          'is scraped, and up',
          (seen) =>
            seen.target === 'up' && samples('up', seen.host).some(({ value }) => value === 1),
        ),
      // The target is the host that it is taken for: an exporter elsewhere is up as well.
      () =>
        every(
          observed.map(({ name }) => ({ host: name })),
          'is the machine that its target says it is',
          ({ host: name }) => {
            const { bootedAt, hostname } = host(name).identity
            const [boot] = samples('node_boot_time_seconds', name)
            return (
              boot !== undefined &&
              Math.abs(boot.value - Date.parse(bootedAt) / 1000) <= 2 &&
              samples('node_uname_info', name).some(({ labels }) => labels.nodename === hostname)
            )
          },
        ),
      () =>
        every(
          needed.map(({ metric, host: name }) => ({ metric, ...(name ? { host: name } : {}) })),
          `has a sample of the last ${freshest} s`,
          ({ metric, host: name }) => samples(metric, name).length > 0,
        ),
      () =>
        every(mounts, 'has its mount measured', ({ host: name, path }) =>
          samples('mount_ok', name).some(({ labels }) => labels.mountpoint === path),
        ),
      () =>
        that(
          !required.includes('smart_ok') ||
            hosts('hypervisor', 'storage').some(({ name }) => samples('smart_ok', name).length > 0),
          'the health of disks is measured where disks are',
          { metric: 'smart_ok', hosts: hosts('hypervisor', 'storage').map(({ name }) => name) },
        ),
      // Exporters serve the last file for ever.
      () =>
        every(
          samples('node_textfile_mtime_seconds').map(({ labels, value }) => ({
            host: labels.host ?? labels.instance,
            file: labels.file,
            writtenAt: new Date(value * 1000).toISOString(),
          })),
          `was written in the last ${oldestFile} s`,
          // One that is dated ahead never grows old.
          ({ writtenAt }) => Math.abs(ageSeconds(writtenAt)) <= oldestFile,
        ),
      () =>
        every(
          samples('node_textfile_scrape_error').map(({ labels, value }) => ({
            instance: labels.instance,
            errors: value,
          })),
          'reads every file of measurements',
          ({ errors }) => errors === 0,
        ),
      () =>
        that(
          required.every((name) => asked.includes(name)),
          'every required measurement was asked for',
          { asked },
        ),
    )
  },
)
