import { all, control, every, none, saw } from '#harness'

control(
  'Every technology on the lists is found at work, and no other in its place',
  {
    statement: 'LA-84',
    impact: 'low',
    kind: 'documentation',
    standards: ['CM-8', 'PL-2', 'SA-5', 'CIS-2.1'],
    remedy:
      'Start what is on the list and does not run, or change the list; remove a second program for the same purpose.',
  },
  ({ host, hosts, lab, need }) => {
    const { deployHost } = need('iac')
    const { plan, rehearsal } = host(deployHost).driftReports
    const runs = (unit: string) =>
      hosts().some(({ name }) =>
        host(name).services.some(
          (it) => it.unit === `${unit}.service` && it.activeState === 'active',
        ),
      )
    const images = hosts('compute').flatMap(({ name }) =>
      host(name)
        .containers.filter(({ isRunning }) => isRunning)
        .map(({ image }) => image),
    )
    const stack = [
      {
        technology: 'Proxmox VE',
        isThere: hosts('hypervisor').every(({ name }) => host(name).pveVersion.manager !== ''),
      },
      {
        technology: 'Docker',
        isThere: hosts('compute').every(({ name }) => host(name).dockerVersion.engine !== ''),
      },
      { technology: 'Terraform', isThere: plan.arguments.length > 0 },
      { technology: 'Ansible', isThere: rehearsal.recaps.length > 0 },
      { technology: 'Prometheus', isThere: lab.prometheusRuntime.isReady && runs('prometheus') },
      {
        technology: 'Grafana',
        isThere:
          saw(lab.grafana.dataSources, () => true) &&
          lab.grafana.database === 'ok' &&
          runs('grafana-server'),
      },
      { technology: 'Loki', isThere: lab.lokiStatus.isReady && runs('loki') },
      { technology: 'Alertmanager', isThere: lab.alertmanager.receivers.length > 0 },
      {
        technology: 'pfSense or OPNsense',
        isThere: /^(opnsense|pfsense)/i.test(lab.edgeSystem.product),
      },
      { technology: 'Pi-hole', isThere: runs('pihole-FTL') },
      {
        technology: 'Nginx or Traefik',
        isThere:
          runs('nginx') !== (runs('traefik') || images.some((it) => /(^|\/)traefik:/.test(it))),
      },
      { technology: 'NFS or SMB', isThere: runs('smbd') },
    ]

    all(
      () => every(stack, 'is at work, and alone in its place', ({ isThere }) => isThere),
      () =>
        none(
          images.map((image) => ({ image })),
          'does what something on the lists is for',
          ({ image }) =>
            /(^|\/)(caddy|haproxy|adguardhome|influxdb|zabbix[\w-]*|portainer[\w-]*):/.test(image),
        ),
    )
  },
)
