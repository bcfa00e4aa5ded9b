import { all, control, none, same } from '#harness'

control(
  'Nova runs no workload, and is part of no orchestration',
  {
    statement: 'FR-31',
    impact: 'high',
    kind: 'placement',
    standards: ['CM-7', 'SC-2'],
    remedy:
      'Purge the engine or runner (`apt-get purge docker.io`, `systemctl disable --now gitlab-runner`), and close what listens.',
  },
  ({ host, lab, need, parameter, vantage }) => {
    const { host: name } = need('access')
    const ports = parameter.words('p.nova.lan_ports').map(Number)
    const isPart =
      /^(dockerd|containerd.*|podman|conmon|libvirtd|virtqemud|kvm|qemu-.*|VBox.*|vmware-vmx|systemd-nspawn|lxc-start|incusd|lxd|kubelet|k3s.*|nomad|consul|corosync|gitlab-runner|act_runner|Runner\.Listener|buildkitd|drone-runner.*|woodpecker.*)$/
    const { ofUsers, units } = host(name).startUps
    const look = () => {
      const seen = vantage('lan').openPorts
      return { ...seen, items: seen.items.filter((it) => it.host === name) }
    }
    all(
      // One that a socket or a user starts is one as well.
      () => none(host(name).engines, 'is an engine', ({ kind }) => kind !== 'binary'),
      () =>
        none(
          host(name).processes,
          'is a part of the runtime',
          (it) => isPart.test(it.name) || isPart.test(it.program.split('/').at(-1) ?? ''),
        ),
      () =>
        none(
          [...units.map(({ unit }) => unit), ...ofUsers],
          'starts a part of the runtime',
          (it) => {
            const unit = it.split('/').at(-1) ?? ''
            return isPart.test(unit.replace(/[.@].*$/, '')) || /runner|docker/.test(unit)
          },
        ),
      () =>
        same(
          lab.proxmoxCluster.members.map((it) => it.name).filter((it) => it === name),
          [],
          'access machines among the hypervisor’s nodes',
        ),
      () =>
        none(
          host(name).listeners.filter(({ address }) => !/^(127\.|::1$)/.test(address)),
          'listens beyond the machine itself',
          ({ port }) => !ports.includes(port),
        ),
      () => none(look(), 'answers the LAN', ({ port }) => !ports.includes(port)),
    )
  },
)
