import { all, control, every, none } from '#harness'

const LAYER =
  /^(kubelet|k3s.*|k0s|rke2.*|kube-.*|nomad|consul|podman|conmon|crio|libvirtd|virtqemud|incusd|lxd|microk8s.*|rancher.*|portainer.*|swarmpit.*|mesos.*|salt-master|containerd-rootl.*)$/

control(
  'No layer of orchestration runs beyond Proxmox, LXC and Docker',
  {
    statement: 'FR-08',
    impact: 'medium',
    strength: 'target',
    kind: 'configuration',
    standards: ['CM-7', 'PL-8', 'CIS-2.3'],
    remedy:
      'Remove it: `systemctl disable --now k3s`, `snap remove microk8s`, `apt-get purge incus podman libvirt-daemon`; containers belong in compose files, guests in Proxmox.',
  },
  ({ host, hosts, need }) => {
    const machines = hosts(
      'hypervisor',
      'development',
      'access',
      'storage',
      'service',
      'monitoring',
    )
    all(
      ...machines.map(({ name }) => () => {
        // The hypervisor sees what runs in any namespace of its guests.
        none(
          host(name).processes.map((it) => ({ host: name, ...it })),
          'is another layer of orchestration',
          (it) => LAYER.test(it.name) || LAYER.test(it.program.split('/').at(-1) ?? ''),
        )
      }),
      ...machines.map(({ name }) => () => {
        none(
          host(name).startUps.units.map(({ unit, state }) => ({ host: name, unit, state })),
          'starts another layer of orchestration',
          ({ unit }) => LAYER.test(unit.replace(/^snap\./, '').replace(/[.@].*$/, '')),
        )
      }),
      () =>
        // Docker 20 lists the older shim of containerd as well, which runs runc.
        every(need('engines'), 'runs containers with runc', (name) =>
          host(name).dockerInfo.runtimes.every((it) =>
            /^(runc|io\.containerd\..*runc.*|io\.containerd\.runtime\.v1\.linux)$/.test(it),
          ),
        ),
    )
  },
)
