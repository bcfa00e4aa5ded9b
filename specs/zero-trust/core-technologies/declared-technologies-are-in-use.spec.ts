import { all, control, every, saw, that, the } from '#harness'

control(
  'Each technology of the list is at work in its role, in a supported version',
  {
    statement: 'ZT-69',
    impact: 'low',
    kind: 'documentation',
    standards: ['CM-8', 'SI-2', 'SA-22', 'CIS-2.1', 'CIS-2.2'],
    remedy:
      'Install or upgrade it on the host of its role, and start it; what the platform no longer uses leaves the page and p.versions.min.',
  },
  ({ host, hosts, lab, need, parameter }) => {
    const oldest = parameter.words('p.versions.min').map((entry) => entry.split('='))
    const storage = host(need('storage').host)
    const on = (role: 'compute' | 'monitoring') =>
      the(hosts(role), `host of role ${role}`, () => true).name
    const installed = (name: string, ...packages: readonly string[]) =>
      host(name).packages.find((it) => packages.includes(it.name))?.version
    const isActive = (name: string, unit: string) =>
      host(name).services.some((it) => it.names.includes(unit) && it.activeState === 'active')
    const isRecent = (name: string, version: string | undefined) =>
      version !== undefined &&
      oldest.some(
        ([known, least = '']) =>
          known === name && version.localeCompare(least, 'en', { numeric: true }) >= 0,
      )
    /** One part for each: what cannot be seen of one leaves the others judged. */
    const at = (name: string, version: () => string | undefined, isAtWork: () => boolean) => () => {
      const seen = { technology: name, version: version() ?? 'not installed', isAtWork: isAtWork() }
      that(
        seen.isAtWork && isRecent(name, version()),
        `${name} is at work, and recent enough`,
        seen,
      )
    }

    all(
      ...hosts('hypervisor').map(({ name }) =>
        at(
          'proxmox',
          () => host(name).pveVersion.manager,
          () => lab.proxmoxVersion.version === host(name).pveVersion.manager,
        ),
      ),
      at(
        'docker',
        () => installed(on('compute'), 'docker.io', 'docker-ce'),
        () => isActive(on('compute'), 'docker.service'),
      ),
      at(
        'snapraid',
        () => installed(need('storage').host, 'snapraid'),
        () => storage.snapraidStatus.blocks > 0,
      ),
      at(
        'mergerfs',
        () => installed(need('storage').host, 'mergerfs'),
        () => storage.pool.some(({ isAlive }) => isAlive),
      ),
      at(
        'samba',
        () => installed(need('storage').host, 'samba'),
        () => isActive(need('storage').host, 'smbd.service'),
      ),
      at(
        'prometheus',
        () => installed(on('monitoring'), 'prometheus'),
        () => isActive(on('monitoring'), 'prometheus.service'),
      ),
      at(
        'grafana',
        () => lab.grafana.version,
        () => saw(lab.grafana.dataSources, () => true),
      ),
      () =>
        every(
          hosts()
            .filter(({ tailnetAddress }) => tailnetAddress !== undefined)
            .map(({ name }) => ({
              host: name,
              version: host(name).tailscaleStatus.version,
              state: host(name).tailscaleStatus.state,
            })),
          'runs Tailscale, recent enough',
          ({ state, version }) => state === 'Running' && isRecent('tailscale', version),
        ),
    )
  },
)
