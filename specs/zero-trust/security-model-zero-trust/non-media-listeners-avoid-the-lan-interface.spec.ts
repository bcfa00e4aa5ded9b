import { all, control, isDeclared, none } from '#harness'

/** Loopback and the tailnet's own ranges. */
const INSIDE = /^(127\.|::1$|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|fd7a:115c:a1e0:)/

control(
  'What is no media binds to the tailnet or to loopback, and does not lean on a filter',
  {
    statement: 'ZT-55',
    impact: 'medium',
    strength: 'target',
    kind: 'configuration',
    standards: ['CM-7', 'SC-7', 'CIS-4.8'],
    remedy:
      'Bind the program to its tailnet address or to 127.0.0.1 (and start it after tailscaled), publish container ports as 127.0.0.1:…; a port that has to be open on the LAN goes into network.lanExposed or network.lanManagement with the reason.',
  },
  ({ host, hosts, need }) => {
    const { lanExposed, lanManagement } = need('network')
    all(
      ...hosts('hypervisor', 'compute', 'storage', 'service', 'monitoring').map(
        ({ name }) =>
          () => {
            const bridges = host(name)
              .addresses.filter(({ device }) => /^(docker\d|br-|lxcbr\d|virbr\d)/.test(device))
              .map(({ address }) => address)
            none(
              host(name).listeners.map((socket) => ({ host: name, ...socket })),
              'waits on the LAN, or on every address at once',
              ({ address, device, port, programs, protocol }) =>
                !INSIDE.test(address) &&
                !bridges.includes(address) &&
                device !== 'lo' &&
                // The overlay itself has to come in from somewhere.
                !(
                  protocol === 'udp' &&
                  programs?.every((program) => program === 'tailscaled') === true
                ) &&
                !isDeclared({ host: name, port, protocol }, [...lanExposed, ...lanManagement]),
            )
          },
      ),
    )
  },
)
