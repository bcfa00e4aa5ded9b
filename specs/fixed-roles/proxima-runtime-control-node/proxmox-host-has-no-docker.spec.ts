import { all, control, none, the } from '#harness'

const ENGINE =
  /^(dockerd|docker-proxy|containerd(-shim.*)?|podman|conmon|crio|nerdctl|buildkitd|rootlesskit)$/
const PACKAGE =
  /^(docker(\.io|-ce.*|-engine|-cli)?|containerd(\.io)?|podman.*|cri-o.*|moby-.*|buildah|nerdctl|runc|crun|k3s.*|kubelet)$/

control(
  'The hypervisor itself has no container engine, neither running nor ready to start',
  {
    statement: 'FR-25',
    impact: 'critical',
    kind: 'isolation',
    standards: ['CM-7', 'SC-39', 'SC-2', 'CIS-2.3'],
    remedy:
      'Purge the engine on the hypervisor (`apt-get purge docker-ce containerd.io podman`, `loginctl disable-linger` for a rootless one), delete what was copied by hand, and run its containers in an LXC.',
  },
  ({ host, hosts }) => {
    const { name } = the(hosts('hypervisor'), 'hypervisor', () => true)
    const machine = host(name)
    all(
      // Engines of its guests are in its process table too. A namespace of its own makes no guest of one.
      () =>
        none(
          machine.processes.filter(({ cgroup, isOwn }) => isOwn || !/^\/lxc\/\d+\//.test(cgroup)),
          'is an engine that runs on the hypervisor itself',
          (it) => ENGINE.test(it.name) || ENGINE.test(it.program.split('/').at(-1) ?? ''),
        ),
      () => none(machine.engines, 'is a trace of an engine there', ({ isInGuest }) => !isInGuest),
      () => none(machine.software.packages, 'is a package of an engine', (it) => PACKAGE.test(it)),
      () =>
        none(machine.software.loose, 'was put there by hand', (it) =>
          ENGINE.test(it.split('/').at(-1) ?? ''),
        ),
      () =>
        none(machine.startUps.units, 'starts an engine', ({ unit }) =>
          /docker|containerd|podman|crio|buildkit/.test(unit),
        ),
      () =>
        none(machine.neighbourhood.own, 'is a bridge of an engine', ({ device }) =>
          /^(docker\d+|br-[0-9a-f]{12}|cni\d+|podman\d+)$/.test(device),
        ),
    )
  },
)
